#ifndef THIDUA_CXML2_SHIM_H
#define THIDUA_CXML2_SHIM_H
#include <libxml/xmlversion.h>
// Foundation brings an ICU of its own; libxml2's use of ICU types would clash with it.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#endif
