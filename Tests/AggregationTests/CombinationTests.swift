import Aggregation
import Inspection
import Testing

@Suite("Several assemblies together")
struct CombinationTests {
  private static func item(
    _ id: ItemID = "M-PHY-01", revision: Int = 1, question: String = "机の上に紙を置いていませんか。",
    table: ItemFigures.Table = .practice, yes: Int = 6, no: Int = 4
  ) -> AssemblySummary.Item {
    AssemblySummary.Item(
      id: id, revision: revision, label: "紙", question: question, table: table, tally: Tally(yes: yes, no: no))
  }

  private static func part(
    _ items: [AssemblySummary.Item], sections: [AssemblySummary.Group]? = nil,
    ordinance: [AssemblySummary.Group] = []
  ) -> AssemblySummary.RolePart {
    let practice = items.filter { $0.table == .practice }.map(\.id)
    return AssemblySummary.RolePart(
      handIn: Rate(10, of: 12), items: items,
      sections: sections ?? [AssemblySummary.Group(id: "PHY", title: "物理", items: practice)], ordinance: ordinance)
  }

  private static func assembly(
    _ number: Int, _ members: AssemblySummary.RolePart? = part([item()]), staff: AssemblySummary.RolePart? = nil,
    change: (inout AssemblySummary) -> Void = { _ in }
  ) -> AssemblySummary {
    var roles: [Role: AssemblySummary.RolePart] = [:]
    roles[.member] = members
    roles[.staff] = staff
    var summary = AssemblySummary(
      assembly: "見本\(number)町議会", code: "90000\(number)", round: "r8-1", roundTitle: "令和8年度 第1回", isRegular: true,
      fiscalYear: 2026, opens: Sample.day, isClosed: true, isDraft: false, isPublic: false, edition: 1,
      digest: "\(number)", roles: roles)
    change(&summary)
    return summary
  }

  private static func members(_ summaries: [AssemblySummary]) throws -> Combination.RolePart {
    try #require(Combination(of: summaries)?.roles.first)
  }

  // MARK: Counts

  @Test func `Counts are added before the rate is taken`() throws {
    let all = [(1, 1, 9), (2, 10, 0), (3, 30, 10)].map { Self.assembly($0, Self.part([Self.item(yes: $1, no: $2)])) }
    let item = try #require(Self.members(all).items.first)
    #expect(item.pooled.assemblies == 3)
    // Not the mean of 10 %, 100 % and 75 %.
    #expect(item.pooled.figures.implementation == Rate(41, of: 60))
    #expect(item.pooled.spread == nil)
  }

  @Test func `Members and staff are apart, and a role of two assemblies is named alone`() throws {
    let staff = Self.part([Self.item("S-PHY-01", yes: 20, no: 0)])
    let two = [Self.assembly(1, staff: staff), Self.assembly(2, staff: staff), Self.assembly(3)]
    let combination = try #require(Combination(of: two))
    #expect(combination.roles.map(\.role) == [.member])
    #expect(combination.rolesLeftOut == [.staff])
    let three = try #require(Combination(of: two.dropLast() + [Self.assembly(3, staff: staff)]))
    #expect(three.roles.map { $0.overall[.practice]?.figures.implementation } == [Rate(18, of: 30), Rate(60, of: 60)])
  }

  @Test func `Of two assemblies, or of three without tables of one role, there is nothing`() {
    #expect(Combination(of: [Self.assembly(1), Self.assembly(2)]) == nil)
    #expect(Combination(of: [Self.assembly(1), Self.assembly(2), Self.assembly(3, nil)]) == nil)
  }

  @Test func `An assembly without tables is named as in no figure`() throws {
    let combination = try #require(Combination(of: (1...3).map { Self.assembly($0) } + [Self.assembly(4, nil)]))
    #expect(combination.assemblies.map(\.assembly) == ["見本1町議会", "見本2町議会", "見本3町議会"])
    #expect(combination.withoutFigures.map(\.assembly) == ["見本4町議会"])
  }

  @Test(arguments: [
    item(revision: 2), item("M-PHY-02"), item(table: .devices),
  ])
  func `Another revision, id or table is another item; of fewer than three assemblies it is in no figure`(
    other: AssemblySummary.Item
  ) throws {
    let all =
      (1...3).map { Self.assembly($0) } + [Self.assembly(4, Self.part([other])), Self.assembly(5, Self.part([other]))]
    let part = try Self.members(all)
    #expect(part.items.map(\.pooled.assemblies) == [3])
    #expect(part.few == [Combination.Name(id: other.id, revision: other.revision, table: other.table)])
    #expect(part.overall.mapValues(\.figures.tally) == [.practice: Tally(yes: 18, no: 12)])
    #expect(part.sections.map(\.pooled.figures.tally) == [Tally(yes: 18, no: 12)])
    #expect(part.assemblies == 5)
  }

  @Test func `Words that differ from those of most assemblies are left out, and the item is named`() throws {
    let odd = Self.part([Self.item(question: "紙を片付けていますか。", yes: 10, no: 0)])
    let part = try Self.members((1...3).map { Self.assembly($0) } + [Self.assembly(4, odd), Self.assembly(5, odd)])
    let name = Combination.Name(id: "M-PHY-01", revision: 1, table: .practice)
    #expect(part.items.map(\.pooled.figures.tally) == [Tally(yes: 18, no: 12)])
    #expect(part.differing == [Combination.Differing(name: name, leftOut: 2)])

    let even = try Self.members((1...3).map { Self.assembly($0) } + (4...6).map { Self.assembly($0, odd) })
    #expect(even.items.isEmpty && even.overall.isEmpty)
    #expect(even.differing == [Combination.Differing(name: name, leftOut: 6)])
  }

  @Test func `An item stands in the domain and under the number where most put it, whole`() throws {
    func group(_ id: String, _ items: [ItemID]) -> AssemblySummary.Group {
      .init(id: id, title: "見出し\(id)", items: items)
    }
    let usual = Self.part(
      [Self.item(), Self.item("M-TEC-01", yes: 5, no: 5)],
      sections: [group("PHY", ["M-PHY-01"]), group("TEC", ["M-TEC-01"])],
      ordinance: [group("3", ["M-PHY-01"]), group("5", ["M-PHY-01", "M-TEC-01"])])
    let moved = Self.part(
      [Self.item(yes: 10, no: 0), Self.item("M-TEC-01", yes: 5, no: 5)],
      sections: [group("TEC", ["M-PHY-01", "M-TEC-01"])], ordinance: [group("5", ["M-TEC-01"])])
    let part = try Self.members([Self.assembly(1, usual), Self.assembly(2, usual), Self.assembly(3, moved)])
    // The group is the sum of what is shown, so that nobody can subtract.
    #expect(part.sections.map(\.id) == ["PHY", "TEC"])
    #expect(part.sections.map(\.pooled.figures.implementation) == [Rate(22, of: 30), Rate(15, of: 30)])
    #expect(part.ordinance.map(\.id) == ["3", "5"])
    // Twice under 5 and 3: 延べ.
    #expect(part.ordinance.map(\.pooled.figures.implementation) == [Rate(22, of: 30), Rate(37, of: 60)])
    #expect(part.regrouped == ["M-PHY-01"])
  }

  // MARK: Quartiles

  @Test func `Quartiles are told from ten assemblies on`() throws {
    let ten = (0...9).map { Self.assembly($0, Self.part([Self.item(yes: $0, no: 10 - $0)])) }
    let spread = try #require(Self.members(ten).items.first?.pooled.spread)
    // Python: statistics.quantiles(range(0, 100, 10), n=4, method="inclusive") is [22.5, 45.0, 67.5].
    #expect([spread.lower, spread.median, spread.upper].map(\.tenths) == [225, 450, 675])
    #expect(try Self.members(Array(ten.dropLast())).items.first?.pooled.spread == nil)
  }

  /// Expected values by Python 3.11, `statistics.quantiles` of `fractions.Fraction`, half up to tenths.
  @Test(arguments: [
    ([Rate(1, of: 3)], [333, 333, 333]),
    ([Rate(0, of: 7), Rate(7, of: 7)], [250, 500, 750]),
    ([Rate(2, of: 3), Rate(1, of: 3), Rate(1, of: 7)], [238, 333, 500]),
    (
      [Rate(5, of: 8), Rate(1, of: 6), Rate(9, of: 11), Rate(0, of: 5), Rate(3, of: 7), Rate(0, of: 0)],
      [167, 429, 625]
    ),
    ([Rate(1, of: 2_000), Rate(1, of: 2_000)], [1, 1, 1]),
  ])
  func `They lie between the nearest two rates in proportion`(rates: [Rate], expected: [Int]) throws {
    let spread = try #require(Spread(of: rates))
    #expect([spread.lower, spread.median, spread.upper].map(\.tenths) == expected)
  }

  @Test func `Of no rate there are none, and the largest counts that files can hold do not overflow`() throws {
    #expect(Spread(of: [Rate(0, of: 0)]) == nil)
    let most = 1 << 40
    #expect(Spread(of: [Rate(most, of: most), Rate(most - 1, of: most)])?.median.tenths == 1_000)
  }

  // MARK: What is admitted

  private func reasons(_ summaries: [AssemblySummary]) -> [Int: CombinationAdmission.Reason] {
    Dictionary(uniqueKeysWithValues: CombinationAdmission(of: summaries).leftOut.map { ($0.place, $0.reason) })
  }

  @Test func `A public edition, an open round and a draft are left out`() {
    let all = [
      Self.assembly(1) { $0.isPublic = true }, Self.assembly(2) { $0.isClosed = false },
      Self.assembly(3) { $0.isDraft = true }, Self.assembly(4),
    ]
    #expect(reasons(all) == [0: .publicEdition, 1: .notClosed, 2: .draft])
    #expect(CombinationAdmission(of: all).counted.map(\.assembly) == ["見本4町議会"])
  }

  @Test func `An extraordinary round is left out beside regular ones, and is combined with its like`() {
    let alone = Self.assembly(1) { $0.isRegular = false }
    #expect(reasons([alone, Self.assembly(2)]) == [0: .extraordinary])
    #expect(reasons([alone, Self.assembly(2) { $0.isRegular = false }]).isEmpty)
  }

  @Test func `Of one assembly the newest round and its last edition is taken, whichever comes first`() {
    let old = Self.assembly(1) { $0.opens = Sample.day.adding(days: -365) }
    let first = Self.assembly(1)
    let second = Self.assembly(1) { $0.edition = 2 }
    for order in [[old, first, second], [second, old, first], [first, second, old]] {
      let admission = CombinationAdmission(of: order)
      #expect(admission.counted == [second])
      #expect(admission.leftOut.count == 2)
      #expect(admission.leftOut.allSatisfy { $0.reason == .sameAssembly(as: order.firstIndex(of: second) ?? -1) })
    }
  }

  @Test func `One code is one assembly; one name is, unless two codes tell them apart`() {
    let renamed = Self.assembly(1) { $0.assembly = "見本新町議会" }
    #expect(reasons([Self.assembly(1), renamed]).count == 1)
    let namesake = Self.assembly(2) { $0.assembly = "見本1町議会" }
    #expect(reasons([Self.assembly(1), namesake]).isEmpty)
    let withoutCode = Self.assembly(1) { ($0.code, $0.opens) = (nil, Sample.day.adding(days: 1)) }
    #expect(reasons([withoutCode, Self.assembly(1)]) == [0: .sameAssembly(as: 1)])
    #expect(reasons([withoutCode, withoutCode]).count == 1)
  }

  @Test func `They stand by code, then those without by name, in any order of the files`() {
    let a = Self.assembly(3) { ($0.code, $0.assembly) = (nil, "い町議会") }
    let b = Self.assembly(4) { ($0.code, $0.assembly) = (nil, "あ町議会") }
    let all = [a, Self.assembly(2), b, Self.assembly(1)]
    let expected = ["見本1町議会", "見本2町議会", "あ町議会", "い町議会"]
    #expect(CombinationAdmission(of: all).counted.map(\.assembly) == expected)
    #expect(CombinationAdmission(of: all.reversed()).counted.map(\.assembly) == expected)
  }
}
