internal import Dossier
internal import LocatedJSON

/// What a later check of the documents must know of the office.
enum OfficeProfile {
  static func json(_ dossier: Dossier) -> JSONValue {
    let office = dossier.office
    return [
      "ma": .string(office.symbol),
      "ten": .string(office.name),
      "tieu_de": .strings(office.heading),
      "dia_danh": .string(office.placeName),
      "chuc_danh_dung_dau": .string(office.headPost),
      "don_vi": .array(
        dossier.units.map { unit in
          [
            "ma": .string(unit.id.text), "ten": .string(unit.name),
            "ky_hieu": .string(unit.symbol),
            "co_so_van_ban": JSONValue(.boolean(unit.hasNumberSeries)),
          ]
        }),
    ]
  }
}
