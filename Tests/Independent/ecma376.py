"""The order of elements and the names of attributes in WordprocessingML, for what we use of it.

Taken from ECMA-376, Part 1 (transitional).
"""

from package import MC, W, WP, WPS

# The children of an element in the order of the schema. Every child must be in the list.
ORDER = {
    W + "document": "background body",
    W + "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
               "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap "
               "overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid "
               "spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
               "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    W + "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss "
               "imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs "
               "highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout "
               "specVanish oMath rPrChange",
    W + "tbl": "tblPr tblGrid tr",
    W + "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize "
                 "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook "
                 "tblCaption tblDescription tblPrChange",
    W + "tblGrid": "gridCol tblGridChange",
    W + "tr": "tblPrEx trPr tc",
    # One group of choices in the schema: any order, these names.
    W + "trPr": None,
    W + "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
                "tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange",
    W + "tblBorders": "top left start bottom right end insideH insideV",
    W + "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
    W + "tblCellMar": "top left start bottom right end",
    W + "tcMar": "top left start bottom right end",
    W + "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
                  "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg "
                  "textDirection bidi rtlGutter docGrid printerSettings sectPrChange",
    W + "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
                 "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr "
                 "rPr tblPr trPr tcPr tblStylePr",
    W + "styles": "docDefaults latentStyles style",
    W + "docDefaults": "rPrDefault pPrDefault",
    W + "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime "
                    "doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText "
                    "printFractionalCharacterWidth printFormsData embedTrueTypeFonts "
                    "embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins "
                    "alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter "
                    "gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle "
                    "proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter "
                    "stylePaneSortMethod documentType mailMerge revisionView trackRevisions "
                    "doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride "
                    "styleLockTheme styleLockQFSet defaultTabStop autoHyphenation "
                    "consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope "
                    "summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders "
                    "bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets "
                    "drawingGridHorizontalSpacing drawingGridVerticalSpacing "
                    "displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
                    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin "
                    "drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning "
                    "characterSpacingControl printTwoOnOne strictFirstAndLastChars "
                    "noLineBreaksAfter noLineBreaksBefore savePreviewPicture "
                    "doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent "
                    "alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly "
                    "useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace "
                    "updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids "
                    "mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
                    "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown "
                    "smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol "
                    "listSeparator",
    W + "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold "
                "embedItalic embedBoldItalic",
    WP + "anchor": "simplePos positionH positionV extent effectExtent wrapNone wrapSquare "
                   "wrapTight wrapThrough wrapTopAndBottom docPr cNvGraphicFramePr graphic",
    WP + "inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
    WPS + "wsp": "cNvPr cNvSpPr cNvCnPr spPr style extLst txbx linkedTxbx bodyPr",
    MC + "AlternateContent": "Choice Fallback",
}
ONCE = {W + "pPr", W + "rPr", W + "tblPr", W + "tcPr", WP + "anchor", WPS + "wsp"}
REQUIRED = {
    WP + "anchor": "simplePos positionH positionV extent docPr graphic",
    WPS + "wsp": "spPr bodyPr",
    W + "tbl": "tblPr tblGrid tr",
    W + "tc": "p",
}
# Of the elements that our templates use: the attributes the schema allows.
ATTRIBUTES = {
    "spacing": "before beforeLines beforeAutospacing after afterLines afterAutospacing line lineRule",
    "ind": "start startChars end endChars left leftChars right rightChars hanging hangingChars "
           "firstLine firstLineChars",
    "pgSz": "w h orient code",
    "pgMar": "top right bottom left header footer gutter",
    "pgNumType": "fmt start chapStyle chapSep",
    "cols": "equalWidth space num sep",
    "rFonts": "hint ascii hAnsi eastAsia cs asciiTheme hAnsiTheme eastAsiaTheme cstheme",
    "color": "val themeColor themeTint themeShade",
    "lang": "val eastAsia bidi",
    "tblW": "w type", "tcW": "w type", "tblInd": "w type", "gridCol": "w",
    "style": "type styleId default customStyle",
    "p": "rsidRPr rsidR rsidDel rsidP rsidRDefault", "r": "rsidRPr rsidDel rsidR",
    "fldChar": "fldCharType fldLock dirty", "headerReference": "type", "footerReference": "type",
    "jc": "val", "sz": "val", "szCs": "val", "outlineLvl": "val", "vAlign": "val",
    "gridSpan": "val", "pStyle": "val", "rStyle": "val", "tblStyle": "val", "basedOn": "val",
    "b": "val", "bCs": "val", "i": "val", "iCs": "val", "keepNext": "val", "keepLines": "val",
    "widowControl": "val", "cantSplit": "val", "tblHeader": "val", "titlePg": "val",
    "vanish": "val", "noProof": "val", "qFormat": "val", "tblLayout": "type",
}
VALUES = {
    "jc": {"both", "center", "left", "right", "start", "end"},
    "lineRule": {"auto", "exact", "atLeast"},
    "fldCharType": {"begin", "separate", "end"},
}
