internal import Diagnostics
internal import Expressions
internal import LocatedJSON
internal import Vocabulary
internal import XMLTree
internal import ZipContainer

// One function a code; the pages behind the codes are in `Pages.swift`.

extension Diagnostic {
  // MARK: The package

  static func notAPackage(_ message: String, help: String, at place: Place) -> Diagnostic {
    .error(Code("TE001"), message, at: place, help: help)
  }

  static func notATemplate(at place: Place) -> Diagnostic {
    .error(
      Code("TE002"), "tệp không phải văn bản DOCX hay ODT", at: place,
      help: "mở tệp bằng Word hoặc Writer rồi lưu lại dạng .docx hoặc .odt")
  }

  static func badPart(_ part: String, _ failure: XMLFailure, at place: Place) -> Diagnostic {
    .error(
      Code("TE003"), "phần “\(part)” của tệp không đọc được: \(failure.message)", at: place,
      help: failure.help)
  }

  static func otherNamespace(_ part: String, isStrict: Bool, at place: Place) -> Diagnostic {
    .error(
      Code("TE004"),
      isStrict
        ? "phần “\(part)” ở dạng Strict Open XML, bản này không đọc được thẻ trong đó"
        : "phần “\(part)” không phải phần chữ của văn bản DOCX hay ODT", at: place,
      help: isStrict
        ? "trong Word chọn Lưu thành…, kiểu “Word Document (*.docx)”, không chọn kiểu Strict"
        : "mở mẫu bằng Word hoặc Writer, lưu lại, rồi thử lần nữa")
  }

  static func notFilledHere(_ tag: String, at place: Place) -> Diagnostic {
    .warning(
      Code("TE005"), "thẻ “\(tag)” đứng ở chỗ mà bản này chưa điền, nên được để nguyên", at: place,
      help: "chuyển thẻ vào thân văn bản, đầu trang hay chân trang, hoặc xóa thẻ")
  }

  static func macros(at place: Place) -> Diagnostic {
    .error(
      Code("TE006"), "mẫu có macro, không được nhận vì lý do an toàn", at: place,
      help: "trong Word chọn Lưu thành…, kiểu “Word Document (*.docx)” không có macro")
  }

  static func badDelimiters(_ written: String, at place: Place) -> Diagnostic {
    .error(
      Code("TE007"),
      "thuộc tính “\(TemplatePackage.delimiters)” của mẫu không phải một cặp dấu: “\(written)”",
      at: place, help: "viết dấu mở và dấu đóng khác nhau, cách nhau một dấu cách, ví dụ { }")
  }

  // MARK: Tags

  static func scan(_ fault: TagScanner.Fault, at place: Place) -> Diagnostic {
    switch fault.kind {
    case .notClosed:
      .error(
        Code("TE010"), "dấu mở thẻ không có dấu đóng: “\(fault.text)”", at: place,
        help: "thêm >> vào cuối thẻ, trong cùng một đoạn; viết dấu << thường thì gõ <<\"<<\">>")
    case .notOpened:
      .error(
        Code("TE011"), "dấu đóng thẻ không có dấu mở: “\(fault.text)”", at: place,
        help: "thêm << vào đầu thẻ, hoặc xóa dấu đóng thừa")
    }
  }

  static func badTag(
    _ tag: String, _ failure: ExpressionFailure, at place: Place
  ) -> Diagnostic {
    .error(failure.code, "thẻ “\(tag)”: \(failure.message)", at: place, help: failure.help)
  }

  static func field(
    _ written: String, _ fault: WordField.Fault, at place: Place
  ) -> Diagnostic {
    let (message, help) =
      switch fault {
      case .unknownSwitch(let written):
        (
          "có khóa chuyển “\(written)” mà chương trình không theo được",
          "thay trường bằng thẻ gõ tay và một bộ lọc, ví dụ <<ngày ký | ngày>>"
        )
      case .nested(let kind):
        (
          "nằm trong trường \(kind), trường này Word tự tính lại",
          "thay cả trường \(kind) bằng thẻ gõ tay, ví dụ <<nếu …>> … <<hết>>"
        )
      case .unended: ("kết thúc ở một đoạn khác", "đặt trường trọn trong một đoạn")
      case .manyParagraphs:
        (
          "là điều khiển nội dung chứa nhiều đoạn",
          "để điều khiển chỉ chứa một đoạn, hoặc xóa tên ở ô Tag của nó"
        )
      case .nameless: ("không có tên", "chọn lại tên trường, hoặc thay bằng thẻ gõ tay")
      }
    return .error(Code("TE045"), "trường “\(written)” \(message)", at: place, help: help)
  }

  static func trackedChange(
    _ tag: String, _ change: TrackedChanges.Change, at place: Place
  ) -> Diagnostic {
    .error(
      Code("TE019"),
      "thẻ “\(tag)” nằm trong phần sửa đổi được theo dõi của \(change.author) ngày"
        + " \(change.date)", at: place,
      help: "trong Word hoặc Writer, chấp nhận hoặc từ chối sửa đổi đó rồi lưu lại mẫu")
  }

  static func telexSigns(_ text: String, at place: Place) -> Diagnostic {
    .warning(
      Code("TE012"), "“\(text)” giống một thẻ mà bộ gõ Telex đã đổi dấu ngoặc", at: place,
      help: "dùng << >> để viết thẻ")
  }

  // MARK: Blocks

  static func leftOpen(_ tag: Tag) -> Diagnostic {
    .error(
      Code("TE020"), "thẻ “\(tag.raw.written)” mở một khối mà không đóng", at: tag.place,
      help: "thêm <<hết>> sau phần thuộc về thẻ này")
  }

  static func neverOpened(_ tag: Tag) -> Diagnostic {
    .error(
      Code("TE021"), "thẻ “\(tag.raw.written)” đóng một khối chưa từng mở", at: tag.place,
      help: "xóa thẻ này, hoặc thêm thẻ mở ở phía trước")
  }

  static func wrongEnd(_ tag: Tag, opening: Tag) -> Diagnostic {
    .error(
      Code("TE022"),
      "thẻ “\(tag.raw.written)” không khớp với thẻ mở “\(opening.raw.written)”", at: tag.place,
      help: "sửa thẻ đóng cho đúng loại, hoặc viết <<hết>>")
  }

  static func clauseOutsideBlock(_ tag: Tag) -> Diagnostic {
    .error(
      Code("TE023"), "thẻ “\(tag.raw.written)” không đứng trong khối mà nó thuộc về",
      at: tag.place, help: "đặt thẻ giữa thẻ mở và <<hết>> của đúng khối; mỗi khối một thẻ này")
  }

  static func ambiguousReach(_ tag: Tag, end: Tag) -> Diagnostic {
    .error(
      Code("TE024"),
      "không rõ khối từ “\(tag.raw.written)” đến “\(end.raw.written)” gồm những gì: cả đoạn"
        + " chứa thẻ, hay chỉ phần chữ sau thẻ",
      at: tag.place,
      help: "đặt thẻ mở và thẻ đóng trong cùng một đoạn, hoặc mỗi thẻ đứng riêng một đoạn,"
        + " hoặc cả hai trong các hàng của cùng một bảng")
  }

  static func columns(_ tag: Tag, _ fault: ColumnPlan.Fault) -> Diagnostic {
    let (message, help) =
      switch fault {
      case .otherRow:
        (
          "mở và đóng cột ở hai hàng khác nhau, hoặc ở ngoài bảng",
          "đặt <<mỗi cột …>> ở ô đầu và <<hết>> ở ô cuối của các cột lặp, trong cùng một hàng"
        )
      case .noGrid:
        ("đứng trong bảng không ghi các cột", "mở mẫu bằng Word hoặc Writer rồi lưu lại")
      case .cutCell:
        (
          "nói về cột mà một ô gộp của bảng cắt ngang",
          "tách ô gộp, hoặc để ô gộp trùm hết các cột lặp và ít nhất một cột khác"
        )
      case .overlap: ("nói về cột mà thẻ khác cũng nói", "mỗi cột chỉ thuộc một khối cột")
      case .tooWide:
        (
          "nói về cột của một bảng quá rộng: nhiều nhất \(GridCell.mostColumns) cột",
          "bớt cột, hoặc tách bảng thành nhiều bảng"
        )
      case .dividingClause:
        ("chia khối cột làm nhiều nhánh", "bỏ <<không có>>; dùng <<cột chỉ khi …>> cho cột khác")
      }
    return .error(
      Code("TE052"), "thẻ “\(tag.raw.written)” \(message)", at: tag.place, help: help)
  }

  static func noCellToMerge(_ tag: Tag) -> Diagnostic {
    .error(
      Code("TE050"),
      "thẻ “\(tag.raw.written)” không gộp được ô: thẻ ở ngoài bảng, ô đã gộp sẵn, hoặc ô có hai"
        + " thẻ gộp", at: tag.place,
      help: "đặt thẻ vào một ô thường của hàng được lặp, mỗi ô một thẻ “| gộp ô”")
  }

  static func noSuchUnit(_ tag: Tag, _ scope: Clause.ElementScope) -> Diagnostic {
    scope == .section
      ? .error(
        Code("TE025"),
        "thẻ “\(tag.raw.written)” không đứng trong một vùng bỏ được", at: tag.place,
        help: "Word: thêm ngắt vùng (Section Break) sau phần cần bỏ, vì vùng cuối kết thúc cùng văn"
          + " bản; Writer: đặt phần đó vào một vùng (Insert → Section)")
      : .error(
        Code("TE025"),
        "thẻ “\(tag.raw.written)” nói về \(scope.inWords) nhưng không đứng trong"
          + " \(scope.inWords) nào", at: tag.place, help: "đặt thẻ vào trong \(scope.inWords)")
  }

  // MARK: Filling

  static func missingName(_ site: ExpressionSite, _ path: Path, known: [String]) -> Diagnostic {
    let last = path.names.last?.written ?? path.written
    let nearest = NearestName.nearest(to: last, among: known)
    return .error(
      Code("TE030"), "thẻ “\(site.tag)”: dữ liệu không có “\(path.written)”", at: site.place,
      help: nearest.map { "có phải là “\($0)”?" }
        ?? "thêm khóa này vào dữ liệu, hoặc viết <<\(path.written) | mặc định …>>")
  }

  static func unknownValue(_ site: ExpressionSite) -> Diagnostic {
    .error(
      Code("TE031"), "thẻ “\(site.tag)”: dữ liệu ghi là chưa biết (null)", at: site.place,
      help: "điền giá trị vào dữ liệu, hoặc thêm “| mặc định …” vào thẻ")
  }

  static func notPrintable(_ site: ExpressionSite, _ kind: String) -> Diagnostic {
    .error(
      Code("TE032"), "thẻ “\(site.tag)”: không in được giá trị là \(kind)", at: site.place,
      help: "chọn một trường bên trong, dùng <<mỗi … trong …>>, hoặc <<nếu …>>")
  }

  static func notAList(_ site: ExpressionSite, _ kind: String) -> Diagnostic {
    .error(
      Code("TE033"), "thẻ “\(site.tag)”: cần một danh sách, dữ liệu là \(kind)", at: site.place,
      help: "sửa tên sau chữ “trong”, hoặc sửa dữ liệu thành danh sách")
  }

  static func notEvaluable(_ site: ExpressionSite, _ failure: EvaluationFailure) -> Diagnostic {
    .error(
      Code("TE034"), "thẻ “\(site.tag)”: \(failure.message)", at: site.place, help: failure.help)
  }

  static func notALength(_ site: ExpressionSite, _ kind: String) -> Diagnostic {
    .error(
      Code("TE035"),
      "thẻ “\(site.tag)”: độ dài đường kẻ phải là số nguyên micrômét, dữ liệu là"
        + " \(kind)", at: site.place, help: "sửa dữ liệu thành số nguyên không âm")
  }

  static func forbiddenCharacter(_ site: ExpressionSite) -> Diagnostic {
    .warning(
      Code("TE036"), "thẻ “\(site.tag)”: giá trị có ký tự điều khiển, đã bỏ", at: site.place,
      help: "xóa ký tự lạ trong dữ liệu")
  }

  static func forbiddenScheme(_ site: ExpressionSite, _ scheme: String) -> Diagnostic {
    .error(
      Code("TE046"), "thẻ “\(site.tag)”: đích liên kết bắt đầu bằng “\(scheme):”, không được phép",
      at: site.place, help: "dùng địa chỉ bắt đầu bằng https://, http://, mailto: hoặc tel:")
  }

  static func duplicateNames(_ first: String, _ second: String, pointer: String) -> Diagnostic {
    .error(
      Code("TE037"), "hai khóa “\(first)” và “\(second)” đọc như nhau", at: Place(pointer: pointer),
      help: "giữ lại một khóa")
  }

  static func tooManySteps(_ limit: Int) -> Diagnostic {
    .error(
      Code("TE040"), "mẫu chạy quá giới hạn \(limit) bước",
      help: "bớt vòng lặp lồng nhau trong mẫu, chia dữ liệu, hoặc nới bằng --limit dien-buoc=SỐ")
  }

  static func tooDeep(_ tag: Tag, _ limit: Int) -> Diagnostic {
    .error(
      Code("TE051"), "thẻ “\(tag.raw.written)” lồng sâu quá giới hạn \(limit) khối", at: tag.place,
      help: "bớt các khối lồng nhau, hoặc nới bằng --limit mau-khoi=SỐ")
  }

  static func tooManyBytes(_ limit: Int) -> Diagnostic {
    .error(
      Code("TE041"), "văn bản tạo ra lớn hơn giới hạn \(limit) byte",
      help: "chia dữ liệu thành nhiều văn bản, hoặc nới bằng --limit dien-byte=SỐ")
  }

  static func tooManyTags(_ limit: Int, at place: Place) -> Diagnostic {
    .error(
      Code("TE042"), "một phần của mẫu có hơn giới hạn \(limit) thẻ", at: place,
      help: "chia mẫu thành nhiều mẫu, hoặc nới bằng --limit mau-the=SỐ")
  }

  static func lineWithoutLength(_ tag: String, at place: Place) -> Diagnostic {
    .error(
      Code("TE043"), "thẻ “\(tag)” không đứng trong chữ thay thế của một đường kẻ", at: place,
      help: "viết thẻ “| rộng” vào Alt Text (chữ thay thế) của đường kẻ")
  }

  static func filterOutOfPlace(
    _ tag: String, _ filter: Filter, at place: Place
  ) -> Diagnostic {
    .error(
      Code("TE044"), "thẻ “\(tag)”: bộ lọc “\(filter.rawValue)” không đứng ở đây được", at: place,
      help: filter.makesPicture
        ? "viết thẻ vào Alt Text (chữ thay thế) của một ảnh mẫu, bộ lọc này đứng cuối"
        : "chỉ dùng bộ lọc này trong thẻ in giá trị, ngoài ngoặc đơn")
  }

  static func noPicture(_ tag: String, at place: Place) -> Diagnostic {
    .error(
      Code("TE047"), "thẻ “\(tag)” không đứng trong chữ thay thế của một ảnh", at: place,
      help: "chèn một ảnh mẫu vào chỗ cần, rồi viết thẻ vào Alt Text (chữ thay thế) của ảnh đó")
  }

  static func badPicture(
    _ site: ExpressionSite, _ value: String, _ fault: PictureFile.Fault
  ) -> Diagnostic {
    let name = value.count > 60 ? value.prefix(60) + "…" : value[...]
    let (message, help) =
      switch fault {
      case .badPath:
        (
          "đường dẫn ảnh không nằm trong thư mục của tệp dữ liệu",
          "ghi đường dẫn tính từ thư mục của tệp dữ liệu, ví dụ anh/lo-thi-xuan.jpg"
        )
      case .badData:
        ("ảnh hỏng, không đọc được kích thước", "mở ảnh và lưu lại thành PNG hoặc JPEG")
      case .unknownKind: ("không phải ảnh PNG hay JPEG", "mở ảnh và lưu lại thành PNG hoặc JPEG")
      case .source(.notFound): ("không có tệp ảnh này", "sửa đường dẫn, hoặc chép ảnh vào đó")
      case .source(.tooLarge(let limit)):
        ("ảnh lớn hơn \(limit) byte", "thu nhỏ ảnh rồi lưu lại, hoặc nới bằng --limit anh-byte=SỐ")
      case .source(.unreadable(let why)): ("không đọc được tệp ảnh: \(why)", "kiểm tra tệp ảnh")
      case .tooManyPixels(let limit):
        (
          "ảnh có hơn \(limit) điểm ảnh",
          "thu nhỏ ảnh rồi lưu lại, hoặc nới bằng --limit anh-diem=SỐ"
        )
      case .textTooLong: ("chữ trống hoặc dài quá một mã QR", "rút ngắn còn dưới 2300 byte")
      case .library: ("không vẽ được mã QR", "thử lại; nếu vẫn lỗi thì báo người bảo trì")
      }
    return .error(
      Code("TE048"), "thẻ “\(site.tag)”, “\(name)”: \(message)", at: site.place, help: help)
  }

  static func turnedPicture(_ site: ExpressionSite, _ value: String) -> Diagnostic {
    .warning(
      Code("TE049"), "thẻ “\(site.tag)”: ảnh “\(value.prefix(60))” ghi là phải xoay mới đúng chiều",
      at: site.place, help: "mở ảnh, xoay cho đúng rồi lưu lại")
  }
}
