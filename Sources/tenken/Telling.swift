import Jobs

/// Shows what happens while a job works: a bar, or a sentence on standard error.
enum Telling {
  static func tell(_ event: JobEvent) {
    switch event {
    case .progress(let work, let done, let total): ProgressBar(JobEventText.title(of: work), total: total).show(done)
    case .unreadableSubmission(let submission): Output.complain([JobEventText.passedOver(submission)])
    default: JobEventText.lines(for: event).forEach(Output.say)
    }
  }
}
