// Prints as JSON every place of the files given at which a mutant can be put.
import Foundation
import SwiftOperators
import SwiftParser
import SwiftSyntax

var places: [Place] = []
for file in CommandLine.arguments.dropFirst() {
  let source = Parser.parse(source: try String(contentsOfFile: file, encoding: .utf8))
  // An operator of one's own stays unfolded, with what stands beside it.
  let tree = OperatorTable.standardOperators.foldAll(source) { _ in }
  let finder = PlaceFinder(file: file, tree: tree)
  finder.walk(tree)
  places += finder.places
}
let encoder = JSONEncoder()
encoder.outputFormatting = [.withoutEscapingSlashes]
FileHandle.standardOutput.write(try encoder.encode(places))
