internal import Diagnostics
internal import Vocabulary

/// Addressee and recipients: NN.
enum RecipientChecks {
  static let evaluators: [String: Evaluator] = [
    "NN01": title, "NN02": items, "NN03": stored, "NN04": asAbove, "NN05": asArticle,
    "NN06": addressed, "NN07": addressee,
  ]

  private static let filed = Pattern(/^-\s*Lưu\s*:\s*(.*?)\.?$/)
  private static let articleLine = Pattern(/^- Như Điều (\d+)/)

  @Sendable private static func title(_ it: Examination, _ check: Check) -> Outcome {
    it.with(.recipientsTitle) { pieces in
      var faults = pieces.flatMap {
        it.lookFaults($0, Component.recipientsTitle.name, check.look)
      }
      if let piece = pieces.first, piece.text != "Nơi nhận:" {
        faults.append(
          it.fault(
            .recipientsTitle, "nội dung", seen: "“\(Wording.excerpt(piece.text))”",
            allowed: "“Nơi nhận:” ở dòng riêng", at: piece))
      }
      return faults
    }
  }

  @Sendable private static func items(_ it: Examination, _ check: Check) -> Outcome {
    it.with(.recipients) { pieces in
      pieces.enumerated().flatMap { index, piece in
        var faults = it.lookFaults(piece, Component.recipients.name, check.look)
        let isLast = index == pieces.count - 1
        // An item that goes on in the next paragraph ends there.
        let goesOn =
          !isLast && !pieces[index + 1].text.begins(with: "-")
          && !pieces[index + 1].text.begins(with: "+")
        if !piece.text.begins(with: "- "),
          piece.text.begins(with: "-") || piece.text.begins(with: "–")
        {
          faults.append(
            it.fault(
              .recipients, "đầu dòng", seen: "“\(piece.text.prefix(2))”", allowed: "“- ”", at: piece
            ))
        }
        let end = piece.text.last.map(String.init) ?? ""
        let isHeading = end == ":"
        if !goesOn, !isHeading, end != (isLast ? "." : ";") {
          faults.append(
            it.fault(
              .recipients, "dấu cuối",
              seen: end.first?.isPunctuation == true ? "“\(end)”" : "không có dấu",
              allowed: isLast ? "dấu chấm" : "dấu chấm phẩy", at: piece))
        }
        return faults
      }
    }
  }

  @Sendable private static func stored(_ it: Examination, _ check: Check) -> Outcome {
    it.with(.recipients) { pieces in
      guard let last = pieces.last else { return [] }
      func fault(_ seen: String, _ allowed: String) -> [Fault] {
        [it.fault(.recipients, "dòng Lưu", seen: seen, allowed: allowed, at: last)]
      }
      guard let match = filed.first(in: last.text) else {
        return fault("“\(Wording.excerpt(last.text))”", "“- Lưu: VT, <đơn vị soạn thảo>.”")
      }
      let places = String(match.1).split(separator: ",").map { String($0).trimmed }
      let symbols = it.office.map { office in
        office.units.map(\.symbol) + [office.symbol].compactMap(\.self)
      }
      // A paper without a number does not come from the registry, which is what VT is.
      let hasNumber = it.anatomy.parts[.number] != nil
      if hasNumber, places.first != "VT" {
        return fault("“\(Wording.excerpt(last.text))”", "“- Lưu: VT, <đơn vị soạn thảo>.”")
      }
      guard let symbols, let unit = places.drop(while: { $0 == "VT" }).first else { return [] }
      // Without the number of copies behind it.
      let name =
        (unit.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false).first ?? "")
        .trimmed
      let isKnown = symbols.contains {
        name == $0 || name.hasPrefix($0 + " ") || name.hasPrefix($0 + ".")
      }
      if isKnown || Wording.bare(name).begins(with: "ho so") { return [] }
      return fault("“\(name)”", symbols.joined(separator: ", "))
    }
  }

  @Sendable private static func asAbove(_ it: Examination, _ check: Check) -> Outcome {
    guard it.anatomy.parts[.addressee] != nil else {
      return .notApplicable("văn bản không có Kính gửi")
    }
    return it.with(.recipients) { pieces in
      guard let first = pieces.first, !first.text.begins(with: "- Như trên") else { return [] }
      return [
        it.fault(
          .recipients, "dòng đầu", seen: "“\(Wording.excerpt(first.text))”",
          allowed: "“- Như trên;”", at: first)
      ]
    }
  }

  @Sendable private static func asArticle(_ it: Examination, _ check: Check) -> Outcome {
    guard ["NQ", "QĐ"].contains(it.anatomy.type?.code) else {
      return .notApplicable("chỉ áp dụng cho nghị quyết, quyết định")
    }
    return it.with(.recipients) { pieces in
      guard let first = pieces.first else { return [] }
      guard let match = articleLine.first(in: first.text) else {
        return [
          it.fault(
            .recipients, "dòng đầu", seen: "“\(Wording.excerpt(first.text))”",
            allowed: "“- Như Điều n;”", at: first)
        ]
      }
      let articles = it.bodyItems.compactMap { item in
        if case .article(let number, _) = item.role { number.filter(\.isNumber) } else { nil }
      }
      guard !articles.isEmpty, !articles.contains(String(match.1)) else { return [] }
      return [
        it.fault(
          .recipients, "điều được dẫn", seen: "Điều \(match.1)",
          allowed: "Điều 1 đến Điều \(articles.count)", at: first)
      ]
    }
  }

  @Sendable private static func addressed(_ it: Examination, _ check: Check) -> Outcome {
    guard it.anatomy.isLetter || it.anatomy.type != nil else {
      return .notChecked("không nhận ra loại văn bản")
    }
    let code = it.anatomy.type?.code
    let addressee = it.pieces(.addressee).first
    let mustHave = it.anatomy.isLetter || code == "TTr"
    // Reports go up or out; instructions and the like may do so by their own rules.
    let mustNot = ["KH", "QĐ", "NQ", "CT", "TB", "QC", "CTr", "ĐA", "PA", "DA", "BB"].contains(code)
    if mustHave, addressee == nil {
      return .failed([
        it.fault(.addressee, "nội dung", seen: "không có", allowed: "có phần Kính gửi")
      ])
    }
    if mustNot, let addressee {
      return .failed([
        it.fault(
          .addressee, "nội dung", seen: "“\(Wording.excerpt(addressee.text))”",
          allowed: "loại này không có Kính gửi", at: addressee, severity: .warning)
      ])
    }
    return .passed
  }

  @Sendable private static func addressee(_ it: Examination, _ check: Check) -> Outcome {
    guard it.anatomy.parts[.addressee] != nil else {
      return .notApplicable("văn bản không có Kính gửi")
    }
    return it.with(.addressee) { pieces in
      var faults = pieces.flatMap { it.lookFaults($0, Component.addressee.name, check.look) }
      guard let first = pieces.first else { return faults }
      func add(_ property: String, _ seen: String, _ allowed: String, _ piece: Fragment) {
        faults.append(it.fault(.addressee, property, seen: seen, allowed: allowed, at: piece))
      }
      guard first.text.begins(with: "Kính gửi") else {
        add("nội dung", "“\(Wording.excerpt(first.text))”", "“Kính gửi:”", first)
        return faults
      }
      let behind = first.text.dropFirst("Kính gửi".count).trimmed
      if behind.first != ":" { add("dấu", "không có dấu hai chấm", "“Kính gửi:”", first) }
      let list = pieces.dropFirst()
      if list.isEmpty, behind == ":", pieces.count == 1 {
        add("nơi gửi", "không cùng dòng", "cùng dòng với Kính gửi", first)
      }
      for (index, piece) in list.enumerated() {
        let isLast = index == list.count - 1
        let end = piece.text.last.map(String.init) ?? ""
        if end != (isLast ? "." : ";") {
          add(
            "dấu cuối", end.first?.isPunctuation == true ? "“\(end)”" : "không có dấu",
            isLast ? "dấu chấm" : "dấu chấm phẩy", piece)
        }
      }
      return faults
    }
  }
}
