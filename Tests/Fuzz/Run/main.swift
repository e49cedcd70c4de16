import CFuzz
import FuzzTargets
import Glibc

/// What is to be run: `Fuzz --target=NAME` and then libFuzzer's own arguments. It passes over what begins with two dashes.
private enum Chosen {
  static let target = CommandLine.arguments.dropFirst().first.flatMap { argument in
    argument.hasPrefix("--target=") ? FuzzTarget.named(String(argument.dropFirst("--target=".count))) : nil
  }
}

guard let target = Chosen.target else {
  for target in FuzzTarget.all { print(target.name, target.limit, target.dictionary ?? "") }
  exit(CommandLine.argc == 1 ? 0 : 64)
}

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
  LLVMFuzzerRunDriver(&count, &arguments) { data, size in
    let outcome = Chosen.target?.run(Array(UnsafeBufferPointer(start: data, count: size)))
    if case .wrong(let text) = outcome { fatalError(text) }
    return 0
  })
