import SwiftSyntax

/// Finds the places of one file. Operators must have been folded.
final class PlaceFinder: SyntaxVisitor {
  private(set) var places: [Place] = []
  private let file: String
  private let converter: SourceLocationConverter

  init(file: String, tree: Syntax) {
    self.file = file
    converter = SourceLocationConverter(fileName: file, tree: tree)
    super.init(viewMode: .sourceAccurate)
  }

  private func add(_ node: some SyntaxProtocol, _ changed: String) {
    let (start, end) = (node.positionAfterSkippingLeadingTrivia, node.endPositionBeforeTrailingTrivia)
    places.append(
      Place(
        file: file, line: converter.location(for: start).line, start: start.utf8Offset, end: end.utf8Offset,
        original: node.trimmedDescription, changed: changed))
  }

  // MARK: What is broken

  private static let opposites = [
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&", "+": "-", "-": "+",
  ]

  override func visit(_ node: InfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    guard let sign = node.operator.as(BinaryOperatorExprSyntax.self)?.operator, let opposite = Self.opposites[sign.text]
    else { return .visitChildren }
    // Without a number beside it a plus may join texts or lists, which have no minus.
    let isCounting = [node.leftOperand, node.rightOperand].contains { $0.is(IntegerLiteralExprSyntax.self) }
    if isCounting || !["+", "-"].contains(sign.text) { add(node, node.replacing(sign, by: opposite)) }
    return .visitChildren
  }

  override func visit(_ node: PrefixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    if node.operator.text == "!" { add(node, node.expression.trimmedDescription) }
    return .visitChildren
  }

  override func visit(_ node: BooleanLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    add(node, node.literal.tokenKind == .keyword(.true) ? "false" : "true")
    return .skipChildren
  }

  override func visit(_ node: TernaryExprSyntax) -> SyntaxVisitorContinueKind {
    add(node.condition, "!(\(node.condition.trimmedDescription))")
    return .visitChildren
  }

  override func visit(_ node: ConditionElementSyntax) -> SyntaxVisitorContinueKind {
    // Operators and literals have places of their own.
    if let condition = node.condition.as(ExprSyntax.self),
      condition.is(FunctionCallExprSyntax.self) || condition.is(MemberAccessExprSyntax.self)
        || condition.is(DeclReferenceExprSyntax.self)
    {
      add(condition, "!\(condition.trimmedDescription)")
    }
    return .visitChildren
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    // What a program promises itself is never wrong in a test.
    if let name = node.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text {
      if ["precondition", "assert", "fatalError", "preconditionFailure"].contains(name) { return .skipChildren }
      if let opposite = Self.extremes[name] { add(node, opposite + node.trimmedDescription.dropFirst(name.count)) }
    }
    if let member = node.calledExpression.as(MemberAccessExprSyntax.self), member.base != nil {
      addMember(member.declName.baseName, of: node)
    }
    return .visitChildren
  }

  private static let extremes = ["min": "max", "max": "min"]
  private static let counts: Set<String> = ["dropFirst", "dropLast", "prefix", "suffix"]

  private func addMember(_ name: TokenSyntax, of call: FunctionCallExprSyntax) {
    if let opposite = Self.extremes[name.text] { return add(call, call.replacing(name, by: opposite)) }
    guard Self.counts.contains(name.text), call.trailingClosure == nil else { return }
    if call.arguments.isEmpty {
      add(call, call.trimmedDescription.dropLast(1) + "2)")
    } else if let count = call.arguments.first, call.arguments.count == 1, count.label == nil {
      add(count.expression, "(\(count.expression.trimmedDescription)) + 1")
    }
  }

  // MARK: What is left alone

  override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
    // Loops without an end are found by time alone.
    walk(node.body)
    return .skipChildren
  }

  override func visit(_: AttributeSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_: ExpressionPatternSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_: EnumCaseElementSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}

extension SyntaxProtocol {
  /// The text with another word for one of its tokens.
  fileprivate func replacing(_ token: TokenSyntax, by other: String) -> String {
    let bytes = Array(trimmedDescription.utf8)
    let start = token.positionAfterSkippingLeadingTrivia.utf8Offset - positionAfterSkippingLeadingTrivia.utf8Offset
    let end = start + token.trimmedLength.utf8Length
    return String(decoding: bytes[..<start] + Array(other.utf8) + bytes[end...], as: UTF8.self)
  }
}
