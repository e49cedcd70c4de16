public import Inspection

/// The interview of one person: from the preface through every item to the hand-in.
public struct Interview: Conversation, Equatable {
  public enum Effect: Equatable, Sendable {
    case save(Draft)
    case handIn(Draft, as: SheetNumber)
    case export(Draft, HandInReceipt?)
    /// Keep what stands in this draft's place under another name.
    case setAside(Draft)
  }

  public enum Outcome: Equatable, Sendable {
    /// Left in between; everything answered is kept, and `isKept` tells whether anything was.
    case suspended(isKept: Bool)
    /// Gone through to the end; `path` is the 控え, where one was wanted.
    case finished(path: String?)
  }

  /// Which page is shown.
  enum Place: Equatable, Sendable {
    case preface
    case profile(ProfileQuestionID)
    case item(ItemID)
    case reason(ItemID)
    case evidence(ItemID)
    case note(ItemID)
    case list
    case review
    case plan(ItemID)
    case planText(ItemID)
    case planDue(ItemID)
    /// Whether the day is the one that was meant.
    case planDueCheck(ItemID, CalendarDay)
    case opinion
    case opinionText
    case readBack
    case handIn
    case replace
    case receipt(HandInReceipt)
    case keepsake(HandInReceipt?)
    /// The paragraphs of a 控え that is shown.
    case copy(HandInReceipt?, [String])
    /// Whether the answers are to be put aside and the inspection begun anew.
    case anew
  }

  /// Where an answer leads to, instead of on to the next item.
  enum Tour: Equatable, Sendable {
    /// Back to the overview that it was changed from: the review or the reading back.
    case changing(from: Place)
    /// To the next item that is open, and back to the review after the last.
    case open
  }

  /// What is done when the save under way has succeeded.
  enum Waiting: Equatable, Sendable {
    case go(Place)
    case leave
    case finish
  }

  /// An answer or a plan as it was before it was changed.
  enum Change: Equatable, Sendable {
    case profile(ProfileQuestionID, Bool?)
    case item(ItemID, Draft.Response?, ImprovementPlan?)
    case plan(ItemID, ImprovementPlan)
  }

  public let setting: Setting
  public internal(set) var draft: Draft
  public internal(set) var outcome: Outcome?
  var place: Place { didSet { mark = nil } }
  /// The option of a page without a question that a digit has marked: Enter acts on it, once.
  var mark: Int?
  /// How many numbers were tried on the page that asks for one.
  var attempt = 0
  /// Where 一覧 and メモ return to.
  var returning: Place?
  var tour: Tour?
  var waiting: Waiting?
  var notice: Page.Notice?
  /// Whether it is being asked if the person wants to leave.
  var isLeaving = false { didSet { mark = nil } }
  /// Whether the disk has refused the last save or removal, so that leaving has to be possible without it.
  var isUnsaved = false
  /// Whether there is a draft on disk: there is none before the first answer.
  var isKept: Bool
  /// The path of the 控え, once it is written.
  var keepsake: String?
  /// The last changes of answers, newest last.
  var past: [Change] = []

  /// Under which the sheet is handed in; kept in memory only, and shown before the hand-in.
  let number: SheetNumber

  /// Begins where the draft was left.
  ///
  /// - Parameter number: drawn at random for the sheet of this interview, or that of the sheet it is to replace.
  public init(_ setting: Setting, draft: Draft, number: SheetNumber) {
    (self.setting, self.draft, self.number) = (setting, draft, number)
    isKept = draft.holdsAnything
    place = .preface
    place = resumed(draft.position)
  }

  // MARK: What the draft says

  var questionnaire: Questionnaire { setting.questionnaire }
  var askedItems: [Item] { questionnaire.asked(profile: draft.profile) }
  var openItems: [Item] { askedItems.filter { draft.responses[$0.id]?.isComplete != true } }
  /// Nobody makes plans for a person who is not there.
  var plannableItems: [Item] { setting.assistance?.source == .form ? [] : questionnaire.plannable(in: draft) }
  var profileQuestions: [ProfileQuestion] { questionnaire.profileQuestions(after: draft.profile) }
  var isSigned: Bool { setting.round?.isSigned(for: draft.role) ?? false }

  var isHandedIn: Bool {
    switch place {
    case .receipt, .keepsake(.some), .copy(.some, _): true
    default: false
    }
  }

  func item(_ id: ItemID) -> Item? { questionnaire.items.first { $0.id == id } }

  func profileQuestion(_ id: ProfileQuestionID) -> ProfileQuestion? {
    profileQuestions.first { $0.id == id }
  }

  private func resumed(_ position: Draft.Position) -> Place {
    switch position {
    case .preface: .preface
    case .profile(let id): profileQuestion(id) == nil ? afterPreface : .profile(id)
    case .item(let id): askedItems.contains { $0.id == id } ? .item(id) : firstOpenItem
    case .review: .review
    case .plan(let id): plannableItems.contains { $0.id == id } ? .plan(id) : .review
    case .opinion: .opinion
    case .handIn: afterOpinion
    }
  }

  // MARK: The order of the pages

  var afterPreface: Place { profileQuestions.first.map { .profile($0.id) } ?? firstItem }
  var firstItem: Place { askedItems.first.map { .item($0.id) } ?? .review }
  var firstOpenItem: Place { openItems.first.map { .item($0.id) } ?? .review }
  var firstPlan: Place { plannableItems.first.map { .plan($0.id) } ?? afterPlans }
  var afterOpinion: Place { setting.assistance == nil ? .handIn : .readBack }
  var afterPlans: Place { setting.round == nil ? .keepsake(nil) : .opinion }

  func after(profile id: ProfileQuestionID) -> Place {
    overview ?? profileQuestions.following { $0.id == id }.map { .profile($0.id) } ?? firstItem
  }

  func after(item id: ItemID) -> Place {
    if let overview { return overview }
    let items = askedItems
    let rest = items.firstIndex { $0.id == id }.map { items[($0 + 1)...] } ?? []
    let open = Set(openItems.map(\.id))
    return rest.first { tour != .open || open.contains($0.id) }.map { .item($0.id) } ?? .review
  }

  /// The page from which something is being changed, and which is come back to.
  private var overview: Place? { if case .changing(let place) = tour { place } else { nil } }

  func after(plan id: ItemID) -> Place {
    plannableItems.following { $0.id == id }.map { .plan($0.id) } ?? afterPlans
  }

  /// One page back; nil where there is none.
  func before(_ place: Place) -> Place? {
    switch place {
    case .preface, .receipt: nil
    case .keepsake(.some(let receipt)): .receipt(receipt)
    case .copy(let receipt, _): .keepsake(receipt)
    case .profile(let id): overview ?? before(profile: id)
    case .item(let id): tour == .open ? .review : overview ?? before(item: id)
    case .reason(let id), .evidence(let id): .item(id)
    case .note(let id): returning ?? .item(id)
    case .list: returning ?? .review
    case .review: askedItems.last.map { .item($0.id) } ?? .preface
    case .plan(let id): plannableItems.preceding { $0.id == id }.map { .plan($0.id) } ?? .review
    case .planText(let id), .planDue(let id): .plan(id)
    case .planDueCheck(let id, _): .planDue(id)
    case .opinionText: .opinion
    case .anew: .review
    case .opinion: plannableItems.last.map { .plan($0.id) } ?? .review
    case .readBack: .opinion
    case .handIn: afterOpinion == .readBack ? .readBack : .opinion
    case .replace: .handIn
    case .keepsake(nil): plannableItems.last.map { .plan($0.id) } ?? .review
    }
  }

  private func before(profile id: ProfileQuestionID) -> Place {
    profileQuestions.preceding { $0.id == id }.map { .profile($0.id) } ?? .preface
  }

  private func before(item id: ItemID) -> Place {
    if let item = askedItems.preceding(where: { $0.id == id }) { return .item(item.id) }
    return profileQuestions.last.map { .profile($0.id) } ?? .preface
  }

  /// Where the person is for the draft; nil for pages that are not come back to.
  func position(of place: Place) -> Draft.Position? {
    switch place {
    case .preface: .preface
    case .profile(let id): .profile(id)
    case .item(let id), .reason(let id), .evidence(let id), .note(let id): .item(id)
    case .review: .review
    case .plan(let id), .planText(let id), .planDue(let id), .planDueCheck(let id, _): .plan(id)
    case .opinion, .opinionText: .opinion
    case .readBack, .handIn, .replace: .handIn
    case .keepsake(nil), .copy(nil, _), .anew: .review
    case .list, .receipt, .keepsake(.some), .copy(.some, _): nil
    }
  }
}

extension Array {
  /// The element after the first that satisfies `predicate`.
  func following(where predicate: (Element) -> Bool) -> Element? {
    guard let index = firstIndex(where: predicate), index + 1 < endIndex else { return nil }
    return self[index + 1]
  }

  /// The element before the first that satisfies `predicate`.
  func preceding(where predicate: (Element) -> Bool) -> Element? {
    guard let index = firstIndex(where: predicate), index > startIndex else { return nil }
    return self[index - 1]
  }
}
