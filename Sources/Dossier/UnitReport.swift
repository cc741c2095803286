package import Diagnostics
package import Vocabulary

/// What one unit reports of the movement (báo cáo kết quả): a row of `bao-cao-don-vi.json`.
package struct UnitReport: Sendable {
  /// The unit (`don_vi`).
  package let unit: ID<OfficeUnit>
  /// The day on which the report came in (`ngay_nhan`).
  package let receivedOn: CivilDate?
  /// What became of the targets, in the order of the file (`chi_tieu`).
  package let targets: [TargetResult]
  /// The results by content, in the order of the file (`ket_qua`).
  package let results: [Result]
  /// Models and good practice; nil is not known, empty is none (`mo_hinh`).
  package let models: [Model]?
  /// What was done to make the movement known; nil is not known (`tuyen_truyen`).
  package let publicity: [Publicity]?
  /// Limits (`han_che`).
  package let limits: [String]?
  /// The causes of the limits (`nguyen_nhan`).
  package let causes: [String]?
  /// Difficulties, with what is asked for; nil is not known (`kho_khan`).
  package let difficulties: [Difficulty]?
  /// What is to be done next (`nhiem_vu_toi`).
  package let nextTasks: [String]?
  /// Where the row stands.
  package let origin: Place

  /// What became of one target.
  package struct TargetResult: Sendable {
    /// The target.
    package let target: ID<Movement.Target>
    /// The result in the target's unit of measurement; nil is not known.
    package let result: Quantity?
    /// Where it stands.
    package let origin: Place

    /// Creates the result of a target.
    package init(target: ID<Movement.Target>, result: Quantity?, origin: Place) {
      self.target = target
      self.result = result
      self.origin = origin
    }
  }

  /// A result under one content of emulation.
  package struct Result: Sendable {
    /// The number of the content (`noi_dung`).
    package let content: Int
    /// The result in words (`mo_ta`).
    package let text: String
    /// The figures that are added up over the units (`so_lieu`).
    package let figures: [Figure]
    /// Where the row stands.
    package let origin: Place

    /// Creates a result.
    package init(content: Int, text: String, figures: [Figure], origin: Place) {
      self.content = content
      self.text = text
      self.figures = figures
      self.origin = origin
    }
  }

  /// A figure with the name that all units give it.
  package struct Figure: Sendable {
    /// What is counted, such as `buổi phổ biến` (`ten`).
    package let name: String
    /// How many (`so`).
    package let amount: Quantity
    /// Where the row stands.
    package let origin: Place

    /// Creates a figure.
    package init(name: String, amount: Quantity, origin: Place) {
      self.name = name
      self.amount = amount
      self.origin = origin
    }
  }

  /// A model or a good practice (mô hình, cách làm hay).
  package struct Model: Sendable {
    /// The name (`ten`).
    package let name: String
    /// The number of the content (`noi_dung`).
    package let content: Int
    /// Whether others have taken it over, when that is known (`nhan_rong`).
    package let isCopied: Bool?
    /// Where it is done (`dia_chi`).
    package let venue: String?
    /// Where the row stands.
    package let origin: Place

    /// Creates a model.
    package init(name: String, content: Int, isCopied: Bool?, venue: String?, origin: Place) {
      self.name = name
      self.content = content
      self.isCopied = isCopied
      self.venue = venue
      self.origin = origin
    }
  }

  /// Something done to make the movement known (hoạt động tuyên truyền).
  package struct Publicity: Sendable {
    /// What it was (`ten`).
    package let name: String
    /// The day (`ngay`).
    package let date: CivilDate?
    /// Where it can be read (`duong_dan`).
    package let link: String?
    /// Where the row stands.
    package let origin: Place

    /// Creates an activity.
    package init(name: String, date: CivilDate?, link: String?, origin: Place) {
      self.name = name
      self.date = date
      self.link = link
      self.origin = origin
    }
  }

  /// A difficulty (khó khăn, vướng mắc).
  package struct Difficulty: Sendable {
    /// The difficulty in words (`noi_dung`).
    package let text: String
    /// What the unit asks for (`kien_nghi`).
    package let proposal: String?
    /// What the office does about it; nil is nothing yet (`huong_xu_ly`).
    package let answer: String?
    /// Where the row stands.
    package let origin: Place

    /// Creates a difficulty.
    package init(text: String, proposal: String?, answer: String?, origin: Place) {
      self.text = text
      self.proposal = proposal
      self.answer = answer
      self.origin = origin
    }
  }

  /// Creates a unit's report.
  package init(
    unit: ID<OfficeUnit>, receivedOn: CivilDate?, targets: [TargetResult], results: [Result],
    models: [Model]?, publicity: [Publicity]?, limits: [String]?, causes: [String]?,
    difficulties: [Difficulty]?, nextTasks: [String]?, origin: Place
  ) {
    self.unit = unit
    self.receivedOn = receivedOn
    self.targets = targets
    self.results = results
    self.models = models
    self.publicity = publicity
    self.limits = limits
    self.causes = causes
    self.difficulties = difficulties
    self.nextTasks = nextTasks
    self.origin = origin
  }

  /// The results under one content, in the order of the file.
  package func results(of content: Int) -> [Result] {
    results.filter { $0.content == content }
  }
}
