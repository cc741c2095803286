internal import Vocabulary

/// Signatures that are put on a file and not on paper: DS.
enum ElectronicChecks {
  static let evaluators: [String: Evaluator] = [
    "DS01": person, "DS02": seal, "DS03": separateAnnex, "DS04": annexInFile,
  ]

  // MARK: Pictures beside the signature

  /// A picture of the foot and the item it hangs on.
  private struct Place {
    var item: Int
    var picture: Picture
  }

  /// The pictures in the signature's column, from the left.
  private static func pictures(_ it: Examination) -> [Place] {
    guard let post = it.pieces(.signature).first else { return [] }
    let cell = it.anatomy.items[post.item].cell
    let last = (it.pieces(.signer).last ?? post).item
    let around = it.anatomy.items.indices.filter { index in
      guard let cell else { return index >= post.item && index <= last + 2 }
      let other = it.anatomy.items[index].cell
      return other?.table == cell.table && other?.column == cell.column
        && (other?.row ?? 0) >= cell.row
    }
    let found = around.flatMap { index in
      it.anatomy.items[index].paragraph.pictures.map { Place(item: index, picture: $0) }
    }
    return found.sorted { ($0.picture.left ?? .zero) < ($1.picture.left ?? .zero) }
  }

  private static func fileFaults(
    _ it: Examination, _ place: Place, _ name: String
  ) -> [Fault] {
    let file = place.picture.file
    func fault(_ property: String, _ seen: String, _ allowed: String) -> Fault {
      Fault(
        component: name, property: property, seen: seen, allowed: allowed,
        paragraph: it.anatomy.items[place.item].paragraph)
    }
    guard file.format == .png else { return [fault("dạng ảnh", file.format.rawValue, "PNG")] }
    return file.hasAlpha ? [] : [fault("nền ảnh", "không trong", "nền trong")]
  }

  @Sendable private static func person(_ it: Examination, _ check: Check) -> Outcome {
    let name = "ảnh chữ ký"
    guard it.medium != .paper else { return .notApplicable("bản giấy ký bằng bút") }
    guard let place = pictures(it).last else {
      return .notApplicable("văn bản không có ảnh chữ ký")
    }
    var faults = fileFaults(it, place, name)
    func add(_ seen: String) {
      faults.append(
        Fault(
          component: name, property: "vị trí", seen: seen,
          allowed: "canh giữa, giữa chức vụ và họ tên",
          paragraph: it.anatomy.items[place.item].paragraph))
    }
    let paragraph = it.anatomy.items[place.item].paragraph
    if let signer = it.pieces(.signer).first, place.item > signer.item { add("dưới họ tên") }
    if place.picture.isInline {
      if paragraph.setting.alignment != .center {
        add("canh \(paragraph.setting.alignment.shown)")
      }
    } else if let left = place.picture.left, paragraph.room > .zero {
      let shift = abs((left + place.picture.width.half - paragraph.room.half).millimetres)
      if shift > 5 { add("lệch \(shift.shown) mm") }
    }
    return Outcome(faults)
  }

  @Sendable private static func seal(_ it: Examination, _ check: Check) -> Outcome {
    let name = "ảnh dấu"
    guard it.medium != .paper else { return .notApplicable("bản giấy đóng dấu bằng mực") }
    let found = pictures(it)
    guard found.count > 1, let place = found.first, let signature = found.last else {
      return .notApplicable("văn bản không có ảnh dấu")
    }
    var faults = fileFaults(it, place, name)
    let (left, right) = (place.picture.left, signature.picture.left)
    let width = signature.picture.width.millimetres
    if let left, let right, let range = check.range, width > 0 {
      let share = (left + place.picture.width - right).millimetres / width
      if !range.contains(share) {
        faults.append(
          Fault(
            component: name, property: "phần trùm lên chữ ký", seen: max(0, share).shown,
            allowed: "khoảng 1/3 về bên trái",
            paragraph: it.anatomy.items[place.item].paragraph))
      }
    }
    return Outcome(faults)
  }

  // MARK: Annexes

  @Sendable private static func separateAnnex(_ it: Examination, _ check: Check) -> Outcome {
    guard it.anatomy.isAnnexAlone else { return .notApplicable("tệp không phải phụ lục riêng") }
    guard let mark = it.pieces(.agencyMark).first else {
      guard let medium = it.medium else {
        return .notChecked("không rõ bản giấy hay bản điện tử")
      }
      guard medium == .electronic, it.state == .issued else {
        return .notApplicable("chỉ áp dụng cho bản điện tử đã ký")
      }
      return .failed([
        it.fault(
          .agencyMark, "nội dung", seen: "không có",
          allowed: "số, ký hiệu; thời gian ký ở góc trên bên phải",
          at: it.anatomy.annexes.first?.heading)
      ])
    }
    var faults = it.lookFaults(mark, Component.agencyMark.name, check.look)
    let paragraph = it.paragraph(mark)
    if paragraph.setting.alignment != .right, it.anatomy.items[mark.item].box == nil,
      it.anatomy.items[mark.item].cell == nil
    {
      faults.append(
        it.fault(
          .agencyMark, "vị trí", seen: paragraph.setting.alignment.shown,
          allowed: "góc trên bên phải", at: mark))
    }
    if !mark.text.contains(/\+07:?00/) {
      faults.append(
        it.fault(
          .agencyMark, "thời gian ký", seen: "“\(Wording.excerpt(mark.text))”",
          allowed: "ngày, giờ, phút, giây, múi giờ +07:00 theo ISO 8601", at: mark))
    }
    if it.anatomy.items.prefix(mark.item + 2).contains(where: { !$0.paragraph.pictures.isEmpty }) {
      faults.append(
        it.fault(.agencyMark, "ảnh", seen: "có ảnh", allowed: "không hiển thị ảnh", at: mark))
    }
    return Outcome(faults)
  }

  @Sendable private static func annexInFile(_ it: Examination, _ check: Check) -> Outcome {
    guard !it.anatomy.isAnnexAlone, !it.anatomy.annexes.isEmpty else {
      return .notApplicable("văn bản không có phụ lục cùng tệp")
    }
    return Outcome(
      it.anatomy.annexes.compactMap { annex in
        let start = max(0, annex.heading.item - 3)
        let mark = it.anatomy.fragments(start..<(annex.heading.item + 1)).first {
          Anatomy.isAgencyMark($0.text) && it.anatomy.items[$0.item].section == annex.section
        }
        guard let mark else { return nil }
        return it.fault(
          .agencyMark, "phụ lục cùng tệp", seen: "“\(Wording.excerpt(mark.text))”",
          allowed: "không ký số riêng", at: mark)
      })
  }
}
