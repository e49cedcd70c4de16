import ArgumentParser

/// `tenken round …`: the life of a round.
struct RoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round", abstract: "点検回を作り、状況を見て、締め切ります（担当の方）。",
    subcommands: [
      RoundCreateCommand.self, RoundStatusCommand.self, RoundExtendCommand.self, RoundCodeCommand.self,
      RoundReceiptCommand.self, RoundWithdrawCommand.self, RoundCloseCommand.self, RoundLettersCommand.self,
      RoundOpinionsCommand.self, RoundActionsCommand.self, RoundReviewCommand.self, RoundRepairCommand.self,
      RoundPracticeCommand.self,
    ])
}
