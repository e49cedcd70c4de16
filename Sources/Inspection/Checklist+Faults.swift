import Characters

extension Checklist {
  /// All faults of meaning at once, in the order of the document.
  ///
  /// Text that CP932 cannot hold is looked for where bytes are known, in Formats.
  public func faults(policy: Policy) -> [Fault] {
    let root = DocumentPath()
    var faults: [Fault] = []
    if policy.id != self.policy {
      let wrong = Fault.Kind.unknownValue(found: self.policy.rawValue, allowed: [policy.id.rawValue])
      faults.append(Fault(wrong, at: root.key("policy")))
    }
    if let approved, approved.date < policy.enacted {
      faults.append(Fault(.beforePolicy(approved.date), at: root.key("approved").key("date")))
    }
    if choices.isEmpty { faults.append(Fault(.emptyList, at: root.key("choices"))) }
    if items.isEmpty { faults.append(Fault(.noItems, at: root.key("sections"))) }
    faults += profileFaults()
    faults += sectionFaults(policy: policy)
    return faults
  }

  private func profileFaults() -> [Fault] {
    let itemsByID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<ProfileQuestionID> = []
    var faults: [Fault] = []
    for (index, question) in profile.enumerated() {
      let path = DocumentPath().key("profile").index(index)
      if !seen.insert(question.id).inserted {
        faults.append(Fault(.duplicateID(question.id.rawValue), at: path.key("id")))
      }
      faults += QuestionRules.faults(of: question.question).map { Fault($0, at: path.key("question")) }
      if question.whenNo.isEmpty { faults.append(Fault(.emptyList, at: path.key("whenNo"))) }
      for (position, id) in question.whenNo.enumerated() {
        let place = path.key("whenNo").index(position)
        switch itemsByID[id] {
        case nil: faults.append(Fault(.unknownItem(id.rawValue), at: place))
        case let item? where item.notApplicable == nil: faults.append(Fault(.ruledOutButAlwaysApplies(id), at: place))
        case _?: break
        }
      }
    }
    return faults
  }

  private func sectionFaults(policy: Policy) -> [Fault] {
    var sectionIDs: Set<SectionID> = []
    var itemIDs: Set<ItemID> = []
    var faults: [Fault] = []
    for (sectionIndex, section) in sections.enumerated() {
      let path = DocumentPath().key("sections").index(sectionIndex)
      if !sectionIDs.insert(section.id).inserted {
        faults.append(Fault(.duplicateID(section.id.rawValue), at: path.key("id")))
      }
      for (itemIndex, item) in section.items.enumerated() {
        let place = path.key("items").index(itemIndex)
        if !itemIDs.insert(item.id).inserted {
          faults.append(Fault(.duplicateID(item.id.rawValue), at: place.key("id")))
        }
        faults += idFaults(of: item, in: section).map { Fault($0, at: place.key("id")) }
        if item.label.count > Item.labelLimit {
          let wrong = Fault.Kind.tooLong(length: item.label.count, limit: Item.labelLimit)
          faults.append(Fault(wrong, at: place.key("label")))
        }
        faults += QuestionRules.faults(of: item.question).map { Fault($0, at: place.key("question")) }
        faults += item.referenceFaults(policy: policy, at: place)
      }
    }
    return faults
  }

  private func idFaults(of item: Item, in section: Section) -> [Fault.Kind] {
    guard let parts = ItemID.parts(of: item.id.rawValue) else { return [.malformedID(item.id.rawValue)] }
    var found: [Fault.Kind] = []
    if parts.role != role { found.append(.idOutsideRole(id: item.id.rawValue, role: role)) }
    if parts.section != section.id.rawValue {
      found.append(.idOutsideSection(id: item.id.rawValue, section: section.id.rawValue))
    }
    return found
  }
}

extension Identifier where Subject == Item {
  /// Whose item it is; nil for an id of any other form than `M-PHY-01`.
  public var role: Role? { Self.parts(of: rawValue)?.role }

  /// The id of its section, `PHY`; nil for an id of any other form.
  public var section: String? { Self.parts(of: rawValue)?.section }

  /// Splits `M-PHY-01` into role letter, section and number; nil for any other form.
  static func parts(of text: String) -> (role: Role, section: String)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].utf8.count == 3, parts[1].utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
      parts[2].number(digits: 2...2) != nil
    else { return nil }
    let letters: [Substring: Role] = ["M": .member, "S": .staff, "O": .organisation]
    guard let role = letters[parts[0]] else { return nil }
    return (role, String(parts[1]))
  }
}

extension Item {
  fileprivate func referenceFaults(policy: Policy, at place: DocumentPath) -> [Fault] {
    let clauseIDs = Set(policy.clauses.map(\.id))
    let threatIDs = Set(policy.threats.map(\.id))
    let assetIDs = Set(policy.assets.map(\.id))
    var faults: [Fault] = []
    if clauses.isEmpty { faults.append(Fault(.emptyList, at: place.key("clauses"))) }
    for (index, id) in clauses.enumerated() where !clauseIDs.contains(id) {
      faults.append(Fault(.unknownClause(id.rawValue), at: place.key("clauses").index(index)))
    }
    for (index, id) in threats.enumerated() where !threatIDs.contains(id) {
      faults.append(Fault(.unknownThreat(id.rawValue), at: place.key("threats").index(index)))
    }
    for (index, id) in assets.enumerated() where !assetIDs.contains(id) {
      faults.append(Fault(.unknownAsset(id.rawValue), at: place.key("assets").index(index)))
    }
    if let requires, policy.rule(requires) == nil {
      faults.append(Fault(.unknownRule(requires.rawValue), at: place.key("requires")))
    }
    return faults
  }
}
