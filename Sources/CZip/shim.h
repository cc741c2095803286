#ifndef THIDUA_CZIP_SHIM_H
#define THIDUA_CZIP_SHIM_H
#include <zip.h>
#include <zlib.h>
#endif
