package import Diagnostics
package import Vocabulary

/// The emulation movement (phong trào thi đua): `phong-trao.json`.
package struct Movement: Sendable {
  /// The id, such as `dmst-cds-2026-2030`.
  package let id: String
  /// The name without quotation marks.
  package let name: String
  /// Who launched it, from the highest level down (`tang`).
  package let layers: [Layer]
  /// The contents of emulation (nội dung thi đua), in their order.
  package let contents: [Item]
  /// The criteria (tiêu chí), in their order.
  package let criteria: [Item]
  /// The awards that may be proposed at each moment (`hinh_thuc`).
  package let awards: [(moment: Moment, forms: [AwardForm])]
  /// True when initiatives are preferred (`uu_tien_sang_kien`).
  package let prefersInitiatives: Bool
  /// The targets (chỉ tiêu), in their order.
  package let targets: [Target]
  /// Where the movement stands in its file.
  package let origin: Place

  /// One level at which the movement was launched.
  package struct Layer: Sendable {
    /// Which level.
    package let level: Level
    /// Who launched it there, in words.
    package let launchedBy: String
    /// The day, when it is known (`ngay_phat_dong`).
    package let launchedOn: CivilDate?
    /// The paper that launched it.
    package let paper: CitedPaper?
    /// The first year.
    package let fromYear: Int?
    /// The last year.
    package let toYear: Int?
    /// Where the row stands.
    package let origin: Place

    /// Creates a level.
    package init(
      level: Level, launchedBy: String, launchedOn: CivilDate?, paper: CitedPaper?,
      fromYear: Int?, toYear: Int?, origin: Place
    ) {
      self.level = level
      self.launchedBy = launchedBy
      self.launchedOn = launchedOn
      self.paper = paper
      self.fromYear = fromYear
      self.toYear = toYear
      self.origin = origin
    }
  }

  /// Who launched a movement (`tang`).
  package enum Level: String, Sendable, CaseIterable {
    /// Thủ tướng Chính phủ.
    case thuTuong = "thu_tuong"
    /// Ủy ban nhân dân tỉnh.
    case tinh = "tinh"
    /// Văn phòng Ủy ban nhân dân tỉnh.
    case vanPhong = "van_phong"
  }

  /// A numbered content or criterion.
  package struct Item: Sendable {
    /// The number, from 1.
    package let number: Int
    /// The short name; the full sentence stays in the plan.
    package let name: String
    /// Where the row stands.
    package let origin: Place

    /// Creates a content or a criterion.
    package init(number: Int, name: String, origin: Place) {
      self.number = number
      self.name = name
      self.origin = origin
    }
  }

  /// A target (chỉ tiêu) with its goal for each year.
  package struct Target: Sendable {
    /// The id, such as `CT-01`.
    package let id: ID<Target>
    /// The number of the content it belongs to.
    package let content: Int
    /// The name.
    package let name: String
    /// The unit of measurement, such as `%`.
    package let unitOfMeasure: String
    /// The goals, by year in ascending order (`muc_tieu`).
    package let goals: [(year: Int, goal: Quantity)]
    /// Whether more or less is better (`chieu`).
    package let direction: Direction
    /// Where the row stands.
    package let origin: Place

    /// Whether more or less is better.
    package enum Direction: String, Sendable, CaseIterable {
      /// More is better (tăng).
      case up = "tang"
      /// Less is better (giảm).
      case down = "giam"
    }

    /// Creates a target.
    package init(
      id: ID<Target>, content: Int, name: String, unitOfMeasure: String,
      goals: [(year: Int, goal: Quantity)], direction: Direction, origin: Place
    ) {
      self.id = id
      self.content = content
      self.name = name
      self.unitOfMeasure = unitOfMeasure
      self.goals = goals
      self.direction = direction
      self.origin = origin
    }

    /// The goal of a year, when one was set.
    package func goal(in year: Int) -> Quantity? {
      goals.first { $0.year == year }?.goal
    }
  }

  /// Creates a movement.
  package init(
    id: String, name: String, layers: [Layer], contents: [Item], criteria: [Item],
    awards: [(moment: Moment, forms: [AwardForm])], prefersInitiatives: Bool, targets: [Target],
    origin: Place
  ) {
    self.id = id
    self.name = name
    self.layers = layers
    self.contents = contents
    self.criteria = criteria
    self.awards = awards
    self.prefersInitiatives = prefersInitiatives
    self.targets = targets
    self.origin = origin
  }
}
