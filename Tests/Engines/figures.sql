-- The figures of docs/figures.md 1 to 3 as SQL, over the boxes of several councils at once. DuckDB and Spark read it alike.
--
-- rounds      council, id, signed                                 one inspection
-- checklists  council, digest, role                               what a sheet may say that it answers
-- asked       council, role                                       whom the round asks
-- items       council, role, item, revision, kind, missing_rule, nobody     of the round's form; kind is the table
-- offered     council, role, item, choice                         what a person may choose
-- rulings     council, role, item, question                       which profile questions rule an item out
-- clauses     council, role, item, clause
-- roster      council, respondent
-- unread      council, reason                                     lines that are no sheet that can be read, and why
-- sheets      council, line, id, round, role, digest, respondent  one line of a box each
-- answers     council, line, item, revision, choice, source, reason

CREATE OR REPLACE TEMPORARY VIEW answer_faults AS
SELECT a.council, a.line, min(CASE
    WHEN i.item IS NULL THEN '1 unknownItem'
    WHEN a.revision <> i.revision THEN '2 wrongRevision'
    WHEN NOT (CASE
      WHEN i.missing_rule IS NOT NULL THEN a.source = 'rule' AND coalesce(a.reason, '') = i.missing_rule
      WHEN a.source = 'rule' THEN false
      WHEN a.source = 'profile' THEN q.question IS NOT NULL
      ELSE NOT i.nobody END) THEN '3 contradictsRound'
    WHEN NOT (CASE WHEN a.source = 'self' THEN o.choice IS NOT NULL ELSE a.choice = 'not_applicable' END)
      THEN '4 choiceNotOffered' END) AS fault
FROM answers a
JOIN sheets s ON s.council = a.council AND s.line = a.line
LEFT JOIN items i ON i.council = a.council AND i.role = s.role AND i.item = a.item
LEFT JOIN rulings q ON q.council = a.council AND q.role = s.role AND q.item = a.item AND q.question = a.reason
LEFT JOIN offered o ON o.council = a.council AND o.role = s.role AND o.item = a.item AND o.choice = a.choice
GROUP BY a.council, a.line;

CREATE OR REPLACE TEMPORARY VIEW sheet_faults AS
SELECT s.council, s.line, s.id, s.role, s.respondent, CASE
    WHEN s.round <> r.id THEN 'wrongRound'
    WHEN w.role IS NULL THEN 'roleNotAsked'
    WHEN c.role IS NULL THEN 'unknownChecklist'
    WHEN c.role <> s.role THEN 'checklistOfOtherRole'
    WHEN f.fault IS NOT NULL THEN substr(f.fault, 3)
    WHEN r.signed AND s.role <> 'organisation' AND s.respondent IS NULL THEN 'notSigned'
    WHEN r.signed AND s.role <> 'organisation' AND p.respondent IS NULL THEN 'unknownRespondent' END AS fault
FROM sheets s
JOIN rounds r ON r.council = s.council
LEFT JOIN asked w ON w.council = s.council AND w.role = s.role
LEFT JOIN checklists c ON c.council = s.council AND c.digest = s.digest
LEFT JOIN answer_faults f ON f.council = s.council AND f.line = s.line
LEFT JOIN roster p ON p.council = s.council AND p.respondent = s.respondent;

-- Of sheets of one number the first line counts; of what remains, the smallest number of a signer and of the organisation.
CREATE OR REPLACE TEMPORARY VIEW firsts AS
SELECT council, line, id, role, respondent, row_number() OVER (PARTITION BY council, id ORDER BY line) AS copy
FROM sheet_faults WHERE fault IS NULL;

CREATE OR REPLACE TEMPORARY VIEW repetitions AS
SELECT council, line, role, respondent,
  row_number() OVER (PARTITION BY council, role ORDER BY id) AS of_role,
  row_number() OVER (PARTITION BY council, role = 'organisation', respondent ORDER BY id) AS of_signer
FROM firsts WHERE copy = 1;

CREATE OR REPLACE TEMPORARY VIEW verdicts AS
SELECT council, line, role, CASE
    WHEN role = 'organisation' AND of_role > 1 THEN 'secondOrganisationSheet'
    WHEN role <> 'organisation' AND respondent IS NOT NULL AND of_signer > 1 THEN 'duplicateRespondent' END AS fault
FROM repetitions;

CREATE OR REPLACE TEMPORARY VIEW left_out AS
SELECT council, reason, count(*) AS n FROM (
  SELECT council, reason FROM unread
  UNION ALL SELECT council, fault FROM sheet_faults WHERE fault IS NOT NULL
  UNION ALL SELECT council, 'duplicateNumber' FROM firsts WHERE copy > 1
  UNION ALL SELECT council, fault FROM verdicts WHERE fault IS NOT NULL) AS reasons
GROUP BY council, reason;

CREATE OR REPLACE TEMPORARY VIEW counted AS SELECT council, line, role FROM verdicts WHERE fault IS NULL;

CREATE OR REPLACE TEMPORARY VIEW bases AS SELECT council, role, count(*) AS sheets FROM counted GROUP BY council, role;

-- a, v, b, c, d, e, f of docs/figures.md 2; an item whose rule is missing is asked of nobody.
CREATE OR REPLACE TEMPORARY VIEW tallies AS
SELECT i.council, i.role, i.item, i.revision, i.kind, n.sheets,
  count(CASE WHEN a.choice = 'yes' THEN 1 END) AS yes,
  count(CASE WHEN a.choice = 'alternative' THEN 1 END) AS alternative,
  count(CASE WHEN a.choice = 'partial' THEN 1 END) AS partial,
  count(CASE WHEN a.choice = 'no' THEN 1 END) AS no,
  count(CASE WHEN a.choice = 'unknown' THEN 1 END) AS unknown,
  count(CASE WHEN a.choice = 'not_applicable' THEN 1 END) AS notApplicable,
  n.sheets - count(a.choice) AS unanswered
FROM items i
JOIN bases n ON n.council = i.council AND n.role = i.role
JOIN counted c ON c.council = i.council AND c.role = i.role
LEFT JOIN answers a ON a.council = c.council AND a.line = c.line AND a.item = i.item
WHERE i.missing_rule IS NULL
GROUP BY i.council, i.role, i.item, i.revision, i.kind, n.sheets;

-- docs/figures.md 2.1: what too few answered is named and stands in no other number.
CREATE OR REPLACE TEMPORARY VIEW small AS
SELECT *, yes + alternative + partial + no + unknown <
  CASE WHEN sheets >= 10 THEN 5 ELSE greatest(5, floor((sheets + 1) / 2) + 2) END AS is_small
FROM tallies;

CREATE OR REPLACE TEMPORARY VIEW clause_tallies AS
SELECT t.council, t.role, c.clause, sum(yes) AS yes, sum(alternative) AS alternative, sum(partial) AS partial,
  sum(no) AS no, sum(unknown) AS unknown, sum(notApplicable) AS notApplicable, sum(unanswered) AS unanswered
FROM small t JOIN clauses c ON c.council = t.council AND c.role = t.role AND c.item = t.item
WHERE t.kind = 'practice' AND NOT t.is_small
GROUP BY t.council, t.role, c.clause;

-- tenken combine: an item of one id and revision over the councils that show their figures, at least three.
CREATE OR REPLACE TEMPORARY VIEW pooled AS
SELECT role, item, revision, kind, count(*) AS councils, sum(yes) AS yes, sum(alternative) AS alternative,
  sum(partial) AS partial, sum(no) AS no, sum(unknown) AS unknown, sum(notApplicable) AS notApplicable,
  sum(unanswered) AS unanswered
FROM small WHERE role <> 'organisation' AND sheets >= 10 AND NOT is_small
GROUP BY role, item, revision, kind HAVING count(*) >= 3
