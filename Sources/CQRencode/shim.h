#ifndef THIDUA_CQRENCODE_SHIM_H
#define THIDUA_CQRENCODE_SHIM_H
#include <qrencode.h>
#endif
