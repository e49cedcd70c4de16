"""The words of workbook and table for the keys of the JSON; a part of workbook.py and table.py."""
ROLES = {"member": "議員", "staff": "議会局職員"}
RATES = {
    "実施率": "implementation", "未回答を含めた率": "withUnanswered",
    "一部を含む率": "atLeastPartly", "わからない率": "notKnown", "該当なし率": "notApplicable",
}
COUNTS = {
    "はい": "yes", "別の方法で対応": "alternative", "一部できている": "partial", "いいえ": "no", "わからない": "unknown",
    "該当なし": "notApplicable", "未回答": "unanswered",
}
