package import Diagnostics

/// The pages behind the findings of this room, for `thidua explain`.
package enum LocatedJSONPages {
  /// One page for each code.
  package static let all: [Page] = []
}
