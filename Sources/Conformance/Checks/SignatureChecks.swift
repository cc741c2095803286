internal import Vocabulary

/// The signature: SG.
enum SignatureChecks {
  static let evaluators: [String: Evaluator] = [
    "SG01": prefix, "SG02": lines, "SG03": posts, "SG04": name, "SG05": space, "SG06": level,
  ]

  private static let wrongMark = Pattern(/^((TM|KT|TL|TUQ|Q)([\s\/,]|\.\S)|[TK]\/[LMT])/)
  private static let marks = ["TM", "KT", "TL", "TUQ", "Q"]

  @Sendable private static func prefix(_ it: Examination, _ check: Check) -> Outcome {
    it.with(.signature) { pieces in
      var faults = pieces.flatMap { it.lookFaults($0, Component.signature.name, check.look) }
      for piece in pieces
      where ["T", "K", "Q"].contains(where: piece.text.begins) && wrongMark.isIn(piece.text) {
        faults.append(
          it.fault(
            .signature, "chữ viết tắt", seen: "“\(Wording.excerpt(piece.text))”",
            allowed: "TM., KT., TL., TUQ., Q. rồi dấu cách", at: piece))
      }
      return faults
    }
  }

  @Sendable private static func lines(_ it: Examination, _ check: Check) -> Outcome {
    it.with(.signature) { pieces in
      guard let first = pieces.first else { return [] }
      let texts = pieces.map(\.text)
      let mark = marks.first { first.text.begins(with: $0 + ".") }
      func fault(_ seen: String, _ allowed: String) -> [Fault] {
        [it.fault(.signature, "các dòng", seen: seen, allowed: allowed, at: first)]
      }
      switch mark {
      case "KT":
        let isDeputy = texts.dropFirst().contains {
          $0.begins(with: "PHÓ") || $0.begins(with: "THỨ TRƯỞNG")
        }
        return isDeputy ? [] : fault("không có chức vụ cấp phó", "KT. rồi chức vụ cấp phó")
      case "TL", "TUQ":
        return texts.count > 1 ? [] : fault("một dòng", "có chức vụ người ký ở dòng sau")
      case "TM":
        return texts.count > 1 ? [] : fault("một dòng", "tập thể, rồi chức vụ người ký ở dòng sau")
      case "Q": return []
      default:
        let isDeputy = first.text.begins(with: "PHÓ ") && !first.text.has("PHỤ TRÁCH")
        return isDeputy ? fault("cấp phó ký, không có KT.", "KT. và chức vụ người đứng đầu") : []
      }
    }
  }

  @Sendable private static func posts(_ it: Examination, _ check: Check) -> Outcome {
    guard let post = it.office?.headPost else {
      return .notChecked("không có hồ sơ cơ quan để đối chiếu")
    }
    guard it.anatomy.type?.code != "BB" else {
      return .notApplicable("biên bản do chủ tọa và thư ký ký")
    }
    // Below a foreign head the post cannot be judged; that head is HD10's.
    guard it.issuer == .office else {
      return .notChecked("chức vụ này không có trong hồ sơ cơ quan")
    }
    return it.with(.signature) { pieces in
      guard let first = pieces.first else { return [] }
      let isDirect = !["TM.", "TL.", "TUQ."].contains(where: first.text.hasPrefix)
      let seen = first.text.replacing(/^(KT|Q)\.\s*/, with: "")
      guard isDirect, VietnameseText.folded(seen) != VietnameseText.folded(post) else { return [] }
      return [
        it.fault(
          .signature, "chức vụ", seen: "“\(seen)”", allowed: "“\(post.uppercased())”", at: first)
      ]
    }
  }

  private static let titles = [
    "GS", "PGS", "TSKH", "TS", "ThS", "BS", "DS", "KS", "CN", "LS", "NGƯT", "NGND", "NSƯT",
    "NSND", "Tiến sĩ", "Thạc sĩ", "Giáo sư", "Bác sĩ",
  ]

  @Sendable private static func name(_ it: Examination, _ check: Check) -> Outcome {
    it.with(.signer) { pieces in
      pieces.flatMap { piece in
        var faults = it.lookFaults(piece, Component.signer.name, check.look)
        // Titles of learning and honour; letter case of the name is VH07's.
        let title = titles.first { title in
          piece.text.begins(with: title)
            && piece.text.dropFirst(title.count).first.map { $0 == "." || $0.isWhitespace } == true
        }
        if let title {
          faults.append(
            it.fault(
              .signer, "học hàm, học vị", seen: "“\(title)”", allowed: "chỉ họ và tên", at: piece)
          )
        }
        return faults
      }
    }
  }

  @Sendable private static func space(_ it: Examination, _ check: Check) -> Outcome {
    guard let range = check.range, let post = it.pieces(.signature).last,
      let name = it.pieces(.signer).first
    else { return .notChecked("không nhận ra chức vụ hoặc họ tên người ký") }
    guard post.isAligned, name.isAligned else {
      return .notChecked("chỗ ký không đo được ở phần ký đặt bằng tab")
    }
    let gap = Length.points(it.anatomy.gap(from: post, to: name)).millimetres
    guard gap < range.lowerBound - 0.1 else { return .passed }
    return .failed([
      it.fault(
        .signer, "chỗ ký", seen: "\(gap.shown) mm", allowed: "từ \(range.lowerBound.shown) mm",
        at: name)
    ])
  }

  @Sendable private static func level(_ it: Examination, _ check: Check) -> Outcome {
    guard let title = it.pieces(.recipientsTitle).first, let post = it.pieces(.signature).first
    else { return .notChecked("không nhận ra Nơi nhận hoặc chức vụ") }
    // Minutes are signed above the recipients.
    guard it.anatomy.type?.code != "BB" else { return .notApplicable("biên bản ký trên Nơi nhận") }
    guard let one = it.anatomy.items[title.item].cell, let other = it.anatomy.items[post.item].cell
    else {
      return title.item == post.item
        ? .passed : .notChecked("Nơi nhận và chức vụ không đặt trong bảng")
    }
    if one.table == other.table, one.row == other.row { return .passed }
    return .failed([
      it.fault(
        .signature, "vị trí", seen: "khác hàng với Nơi nhận", allowed: "ngang hàng", at: post)
    ])
  }
}
