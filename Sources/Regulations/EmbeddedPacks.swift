package import Diagnostics
package import LocatedJSON

extension PackSet {
  /// The packs that the program brings with it.
  package static let embedded: Diagnosed<PackSet> = {
    let read = embeddedFiles.map { PackReader.read($0.bytes, file: $0.name) }
    return assembled(read, given: [])
  }()

  /// The packs that the program brings, and those of a folder that add to or replace them.
  ///
  /// The files are given with name and bytes, in the order of their names. Two of them that hold one
  /// pack are an error.
  package static func embedded(
    adding files: [(name: String, bytes: [UInt8])], limits: JSONLimits = JSONLimits()
  ) -> Diagnosed<PackSet> {
    let own = embeddedFiles.map { PackReader.read($0.bytes, file: $0.name) }
    let given = files.map { PackReader.read($0.bytes, file: $0.name, limits: limits) }
    return assembled(own, given: given)
  }

  private static func assembled(
    _ own: [Diagnosed<Pack>], given: [Diagnosed<Pack>]
  ) -> Diagnosed<PackSet> {
    var findings = (own + given).flatMap(\.findings)
    var first: [String: Pack] = [:]
    for pack in given.compactMap(\.value) {
      if let other = first.updateValue(pack, forKey: pack.id) {
        findings.append(.samePack(pack, other))
      }
    }
    guard !findings.hasErrors else { return Diagnosed(nil, findings) }
    let set = assemble(own.compactMap(\.value), given: given.compactMap(\.value))
    return Diagnosed(set.value, findings + set.findings)
  }

  /// The files of the program's own packs, one for each instrument.
  package static let embeddedFiles: [(name: String, bytes: [UInt8])] = [
    ("cv-5007-2023.json", PackageResources.cv_5007_2023_json),
    ("de-xuat-chuong-trinh.json", PackageResources.de_xuat_chuong_trinh_json),
    ("ke-hoach-2026-2030.json", PackageResources.ke_hoach_2026_2030_json),
    ("luat-06-2022.json", PackageResources.luat_06_2022_json),
    ("luat-06-2026.json", PackageResources.luat_06_2026_json),
    ("nd-152-2025.json", PackageResources.nd_152_2025_json),
    ("nd-161-2026.json", PackageResources.nd_161_2026_json),
    ("nd-73-2024.json", PackageResources.nd_73_2024_json),
    ("nd-98-2023.json", PackageResources.nd_98_2023_json),
    ("qd-86-2025-bac-ninh.json", PackageResources.qd_86_2025_bac_ninh_json),
    ("quy-dinh-noi-bo.json", PackageResources.quy_dinh_noi_bo_json),
    ("thong-le-ho-so.json", PackageResources.thong_le_ho_so_json),
  ]
}
