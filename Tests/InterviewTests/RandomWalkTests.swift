import Inspection
import Interview
import InterviewSamples
import Practice
import Testing

@Suite struct RandomWalkTests {
  private func intent(_ dice: inout SplitMix64) -> Intent {
    switch Int.random(in: 0..<12, using: &dice) {
    case 0..<5: .choose(digit: Int.random(in: 0...9, using: &dice))
    case 5..<8: .next
    case 8: .submit(text: ["", "文", "R9.3.31"][Int.random(in: 0..<3, using: &dice)])
    case 9: .select(row: Int.random(in: 0..<7, using: &dice))
    case 10: [Intent.back, .note, .list, .undo][Int.random(in: 0..<4, using: &dice)]
    default: .interrupt
    }
  }

  @Test(arguments: [Role.member, .staff, .organisation], 1...4)
  func `Whatever is done, answers are offered ones, pages have a way on, and the disk knows all`(
    role: Role, seed: Int
  ) throws {
    var dice = SplitMix64(seed: UInt64(seed))
    let setting = Sample.inRound(role)
    var visitor = try Visitor(setting)
    for _ in 0..<2_500 {
      visitor.send(intent(&dice))
      if visitor.outcome != nil { visitor = try Visitor(setting, draft: visitor.store.saved) }
      try expectGoodState(of: visitor, setting)
      if let saved = visitor.store.saved, visitor.store.handedIn.isEmpty {
        try #require(saved == visitor.draft)
        // A question is found again as it is shown.
        if visitor.page.status != nil {
          try #require(visitor.pageAfterRestart?.question == visitor.page.question)
          try #require(visitor.pageAfterRestart?.options == visitor.page.options)
        }
      }
    }
  }

  @Test(arguments: [Role.member, .organisation], 5...6)
  func `Whatever the disk refuses, nothing saved is lost and nobody goes on unsaved`(role: Role, seed: Int) throws {
    var dice = SplitMix64(seed: UInt64(seed))
    let setting = Sample.inRound(role)
    var visitor = try Visitor(setting)
    for _ in 0..<2_500 {
      let fault: StoreFault? = Int.random(in: 0..<4, using: &dice) == 0 ? .diskFull(path: "/home") : nil
      let before = visitor.store.saved
      visitor.store.fault = fault
      visitor.store.refusal = fault.map { .store($0) }
      let question = visitor.page.status == nil ? nil : visitor.page.question
      visitor.send(intent(&dice))
      if fault != nil {
        try #require(visitor.store.saved == before)
        if let question, visitor.page.status != nil { try #require(visitor.page.question == question) }
      }
      try expectGoodState(of: visitor, setting)
      if visitor.outcome != nil { visitor = try Visitor(setting, draft: visitor.store.saved) }
    }
  }

  private func expectGoodState(of visitor: Visitor, _ setting: Setting) throws {
    let page = visitor.page
    try #require(visitor.outcome != nil || !page.commands.isEmpty || !page.options.isEmpty)
    try #require(!visitor.store.isWrittenAfterHandIn)
    for (id, response) in visitor.draft.responses {
      let item = try #require(setting.checklist.items.first { $0.id == id })
      try #require(setting.checklist.choices(for: item).contains(response.choice))
    }
  }
}
