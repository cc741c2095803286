internal import XMLTree

/// The local names that finished documents of either format are read by.
///
/// The parts of a package are read into outlines whose elements bear the numbers of these.
enum Name: UInt16, CaseIterable {
  /// Any other name.
  case other
  case a, abstractNum, abstractNumId, after, afterAutospacing, align, alternateContent, anchor
  case anchorType, annotation, ascii, asciiTheme, automaticStyles, b, basedOn, bdo, before
  case beforeAutospacing, blip, body, bookmark, bookmarkEnd, bookmarkStart, border, borderBottom
  case borderLeft, borderRight, borderTop, bottom, br, breakBefore, bulletChar, c, caps, choice
  case color, columnWidth, connector, continueNumbering, coveredTableCell, cr, customShape
  case customXml, cx, cy, dashstyle, `default`, defaultStyle, del, dir, display, docDefaults
  case documentContent, documentStatistic, drawing, embed, end, enhancedGeometry, evenAndOddHeaders
  case extent, family, firstLine, fldChar, fldCharType, fldSimple, fmt, fontFaceDecls, fontFamily
  case fontName, fontSize, fontStyle, fontWeight, footer, footerFirst, footerLeft, footerReference
  case footerStyle, forms, frame, from, ftr, g, graphicProperties, gridSpan, group, gutter, h, hAnsi
  case hAnsiTheme, hanging, hdr, header, headerFirst, headerFooterProperties, headerLeft
  case headerReference, headerStyle, height, horizontalPos, href, horizontalRel, hyperlink, i, id,
    ilvl
  case image, ind, indexBody, inline, ins, insideH, insideV, instr, instrText, jc, latin, left
  case level, line, lineBreak, lineHeight, lineHeightAtLeast, lineRule, list, listItem
  case listLevelLabelAlignment, listLevelProperties, listLevelStyleBullet, listLevelStyleNumber
  case listStyle, ln, lvl, lvlOverride, lvlText, majorFont, margin, marginBottom, marginLeft
  case marginRight, marginTop, masterPageName, masterStyles, meta, minHeight, minorFont, moveFrom
  case moveTo, name, nextStyleName, noBreakHyphen, noFill, note, noteBody, num, numFmt, numFormat
  case numId, numPr, numPrefix, numSuffix, number, numberColumnsRepeated, numberColumnsSpanned
  case object, p, pBdr, pPr, pPrDefault, pStyle, padding, paddingLeft, paddingRight, pageBreakBefore
  case pageCount, pageHeight, pageLayout, pageLayoutName, pageLayoutProperties, pageNumber
  case pageWidth, pages, paragraphProperties, parentStyleName, pgMar, pgNumType, pgSz, pict
  case posOffset, positionH, prst, prstDash, prstGeom, ptab, r, rFonts, rPr, rPrDefault, rStyle
  case relationId, relationType, relativeFrom, right, s, sdt, sdtContent, sdtPr, sectPr, section
  case sequenceDecls, smartTag, softPageBreak, solidFill, spPr, spaceBefore, spacing, span, srgbClr
  case start, startValue, stroke, strokeColor, stroked, style, styleId, styleName, styles, sym, sz
  case t, tab, table, tableCell, tableCellProperties, tableColumn, tableColumnGroup
  case tableColumnProperties, tableColumns, tableHeaderColumns, tableHeaderRows, tableOfContent,
    tableProperties, tableRow, tableRowGroup, tableRows, target
  case targetMode, tbl, tblBorders, tblCellMar, tblGrid, tblPr, tblStyle, tblW, tc, tcBorders,
    tcMar, tcPr
  case tcW, text, textAlign, textBox, textIndent, textPosition, textProperties, textTransform
  case textUnderlineStyle, textbox, titlePg, to, top, tr, trackedChanges, txbxContent, type
  case typeface, u, useWindowFontColor, userFieldDecls, val, vanish, variableDecls, vertAlign, w
  case width, wsp, x, x1, x2

  /// The name as documents write it.
  private var spelled: String {
    switch self {
    case .alternateContent: "AlternateContent"
    case .anchorType: "anchor-type"
    case .automaticStyles: "automatic-styles"
    case .bookmarkEnd: "bookmark-end"
    case .bookmarkStart: "bookmark-start"
    case .borderBottom: "border-bottom"
    case .borderLeft: "border-left"
    case .borderRight: "border-right"
    case .borderTop: "border-top"
    case .breakBefore: "break-before"
    case .bulletChar: "bullet-char"
    case .choice: "Choice"
    case .columnWidth: "column-width"
    case .continueNumbering: "continue-numbering"
    case .coveredTableCell: "covered-table-cell"
    case .customShape: "custom-shape"
    case .defaultStyle: "default-style"
    case .documentContent: "document-content"
    case .documentStatistic: "document-statistic"
    case .enhancedGeometry: "enhanced-geometry"
    case .fontFaceDecls: "font-face-decls"
    case .fontFamily: "font-family"
    case .fontName: "font-name"
    case .fontSize: "font-size"
    case .fontStyle: "font-style"
    case .fontWeight: "font-weight"
    case .footerFirst: "footer-first"
    case .footerLeft: "footer-left"
    case .footerStyle: "footer-style"
    case .graphicProperties: "graphic-properties"
    case .headerFirst: "header-first"
    case .headerFooterProperties: "header-footer-properties"
    case .headerLeft: "header-left"
    case .headerStyle: "header-style"
    case .horizontalPos: "horizontal-pos"
    case .horizontalRel: "horizontal-rel"
    case .indexBody: "index-body"
    case .lineBreak: "line-break"
    case .lineHeight: "line-height"
    case .lineHeightAtLeast: "line-height-at-least"
    case .listItem: "list-item"
    case .listLevelLabelAlignment: "list-level-label-alignment"
    case .listLevelProperties: "list-level-properties"
    case .listLevelStyleBullet: "list-level-style-bullet"
    case .listLevelStyleNumber: "list-level-style-number"
    case .listStyle: "list-style"
    case .marginBottom: "margin-bottom"
    case .marginLeft: "margin-left"
    case .marginRight: "margin-right"
    case .marginTop: "margin-top"
    case .masterPageName: "master-page-name"
    case .masterStyles: "master-styles"
    case .minHeight: "min-height"
    case .nextStyleName: "next-style-name"
    case .noteBody: "note-body"
    case .numFormat: "num-format"
    case .numPrefix: "num-prefix"
    case .numSuffix: "num-suffix"
    case .numberColumnsRepeated: "number-columns-repeated"
    case .numberColumnsSpanned: "number-columns-spanned"
    case .paddingLeft: "padding-left"
    case .paddingRight: "padding-right"
    case .pageCount: "page-count"
    case .pageHeight: "page-height"
    case .pageLayout: "page-layout"
    case .pageLayoutName: "page-layout-name"
    case .pageLayoutProperties: "page-layout-properties"
    case .pageNumber: "page-number"
    case .pageWidth: "page-width"
    case .pages: "Pages"
    case .paragraphProperties: "paragraph-properties"
    case .parentStyleName: "parent-style-name"
    case .relationId: "Id"
    case .relationType: "Type"
    case .sequenceDecls: "sequence-decls"
    case .softPageBreak: "soft-page-break"
    case .spaceBefore: "space-before"
    case .startValue: "start-value"
    case .strokeColor: "stroke-color"
    case .styleName: "style-name"
    case .tableCell: "table-cell"
    case .tableCellProperties: "table-cell-properties"
    case .tableColumn: "table-column"
    case .tableColumnGroup: "table-column-group"
    case .tableColumnProperties: "table-column-properties"
    case .tableColumns: "table-columns"
    case .tableHeaderColumns: "table-header-columns"
    case .tableHeaderRows: "table-header-rows"
    case .tableOfContent: "table-of-content"
    case .tableProperties: "table-properties"
    case .tableRow: "table-row"
    case .tableRowGroup: "table-row-group"
    case .tableRows: "table-rows"
    case .target: "Target"
    case .targetMode: "TargetMode"
    case .textAlign: "text-align"
    case .textBox: "text-box"
    case .textIndent: "text-indent"
    case .textPosition: "text-position"
    case .textProperties: "text-properties"
    case .textTransform: "text-transform"
    case .textUnderlineStyle: "text-underline-style"
    case .trackedChanges: "tracked-changes"
    case .useWindowFontColor: "use-window-font-color"
    case .userFieldDecls: "user-field-decls"
    case .variableDecls: "variable-decls"
    default: "\(self)"
    }
  }

  /// True for one of the four margins that `fo:margin` stands for.
  var isMargin: Bool { [.marginLeft, .marginRight, .marginTop, .marginBottom].contains(self) }

  /// What the parts are read with.
  static let vocabulary = XMLVocabulary(
    locals: allCases.dropFirst().map(\.spelled),
    namespaces: Namespace.allCases.dropFirst().map(\.address))
}
