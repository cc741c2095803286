internal import Dossier

/// Tờ trình of the office for what only a higher level than the province's Bằng khen honours: Cờ
/// thi đua, Bằng khen of the Prime Minister.
extension Composer {
  /// One order for each row of `van-ban.json`; each award has a paper of its own.
  mutating func toTrinhCapTren() -> [DocumentOrder] { upwardProposals(.toTrinhCapTren) }
}
