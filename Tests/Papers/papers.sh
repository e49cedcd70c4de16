#!/usr/bin/env bash
# Whether what is made for paper opens in the programs that people print it with.
#
#     papers.sh TENKEN
#
# Chromium prints the report, the letters and the forms; LibreOffice opens the letters and the forms as a word processor
# does. Each must give at least one page, and its pages must hold the title and a text from the document's end.
# The report as a file of Word is opened by LibreOffice too, and its first page is one page there.
# The report's first page is one page at every size of assembly, with and without earlier rounds; behind it stand at most ten
# for 48 and 12 people, and the public edition has at most two (docs/design.md 8).
set -euo pipefail
tenken=$(realpath "$1")
checklists=$(dirname "$(realpath "$0")")/../../Checklists/kumamoto
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME=$folder XDG_DATA_HOME=$folder/data LANG=C.UTF-8
status=0
complain() { echo "$1" >&2; status=1; }

# Of a page's text only letters, figures and kana are compared: each program breaks and spaces lines its own way.
plain() { python3 -c 'import re, sys; print(re.sub(r"\W", "", sys.stdin.read()))'; }

# check PDF HTML PROGRAM: has pages, with the title and the last 20 characters of the document's text on them.
check() {
  local pages printed title end
  if [ ! -s "$1" ]; then complain "$2: $3 made no pages of it"; return; fi
  pages=$(pdfinfo "$1" | awk '/^Pages:/ { print $2 }')
  printed=$(pdftotext "$1" - | plain)
  title=$(sed -n 's|.*<title>\(.*\)</title>.*|\1|p' "$2" | head -n 1 | plain)
  end=$(sed -e 's|<[^>]*>||g' "$2" | plain)
  end=${end: -20}
  [ "${pages:-0}" -gt 0 ] || complain "$2: $3 printed no page"
  [ -n "$title" ] && [[ $printed == *"$title"* ]] || complain "$2: $3 printed no title 「$title」"
  [[ $printed == *"$end"* ]] || complain "$2: $3 printed no end 「$end」"
  echo "$2: $pages pages by $3"
}

by_chromium() {
  chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --user-data-dir="$folder/chromium" \
    --print-to-pdf="$folder/chromium.pdf" "file://$folder/$1" 2>"$folder/chromium.log" >&2 || cat "$folder/chromium.log" >&2
  check chromium.pdf "$1" Chromium
  rm -f chromium.pdf
}

# pages_of HTML: how many pages Chromium prints of it, into HTML.pdf.
pages_of() {
  chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --user-data-dir="$folder/chromium" \
    --print-to-pdf="$folder/$1.pdf" "file://$folder/$1" >/dev/null 2>&1 || true
  [ -s "$1.pdf" ] && pdfinfo "$1.pdf" | awk '/^Pages:/ { print $2 }' || echo 0
}

# The words that end the first page, where a chief signs; they stand on page 1 and on no other.
signature=職名・氏名
on_first_page() {
  [[ $(pdftotext -l 1 "$1.pdf" - | plain) == *"$(echo $signature | plain)"* ]] ||
    complain "$1: the first page does not end on page 1"
  [ "$(pdftotext "$1.pdf" - | grep -c $signature)" = 1 ] || complain "$1: the first page is not there once"
}

# practice NAME MEMBERS STAFF SEED DAY
practice() {
  "$tenken" round practice "$1" --members "$2" --staff "$3" --seed "$4" --opens "$5" --closed --checklists approved \
    >>practice.log 2>&1
}

first_pages() {
  local size members staff earlier args pages
  cp -r "$checklists" approved
  for list in members staff organisation; do
    sed -i '0,/^version:/s//approved: {by: 議長, date: "2026-04-10", document: 見本}\nversion:/' approved/$list.yaml
  done
  for size in "8 2" "48 12" "127 30"; do
    read -r members staff <<<"$size"
    for year in 6 7 8 9; do practice "p$members-$year" "$members" "$staff" "$year" "202$year-05-02"; done
    for earlier in "" 8 "6 7 8"; do
      args=()
      for year in $earlier; do args+=(--previous "p$members-$year"); done
      page="page-$members-$(wc -w <<<"$earlier").html"
      "$tenken" aggregate "p$members-9" "${args[@]}" --format html --output "$page" >>practice.log 2>&1 || [ $? -eq 65 ]
      pages=$(pages_of "$page")
      on_first_page "$page"
      if [ "$members" = 48 ] && [ "$pages" -gt 11 ]; then complain "$page: $pages pages"; fi
      "$tenken" aggregate "p$members-9" "${args[@]}" --brief --format html --output "brief-$page" >>practice.log 2>&1 ||
        [ $? -eq 65 ]
      [ "$(pages_of "brief-$page")" = 1 ] || complain "brief-$page: not one page"
      echo "$page: $pages pages, the first alone is one"
      for brief in "" --brief; do
        "$tenken" aggregate "p$members-9" "${args[@]}" $brief --format docx --output "${brief#--}${page%.html}.docx" \
          >>practice.log 2>&1 || [ $? -eq 65 ]
      done
    done
    "$tenken" aggregate "p$members-9" --audience public --format html --output "public-$members.html" \
      >>practice.log 2>&1 || [ $? -eq 65 ]
    pages=$(pages_of "public-$members.html")
    { [ "$pages" -ge 1 ] && [ "$pages" -le 2 ]; } || complain "public-$members.html: $pages pages"
    echo "public-$members.html: $pages pages"
  done
}

# LibreOffice ends well when it cannot read a file, but makes no pages of it.
word_files() {
  soffice --headless -env:UserInstallation="file://$folder/soffice" --convert-to pdf --outdir . ./*.docx \
    >soffice.log 2>&1 || cat soffice.log >&2
  for file in *.docx; do
    name=${file%.docx}
    [ -s "$name.pdf" ] || { complain "$file: LibreOffice made no pages of it"; continue; }
    on_first_page "$name"
    pages=$(pdfinfo "$name.pdf" | awk '/^Pages:/ { print $2 }')
    [[ $name != page-48-* ]] || [ "$pages" -le 11 ] || complain "$file: $pages pages"
    [[ $name != brief* ]] || [ "$pages" = 1 ] || complain "$file: not one page"
    echo "$file: $pages pages by LibreOffice"
  done
}

by_libreoffice() {
  rm -rf office && mkdir office
  soffice --headless -env:UserInstallation="file://$folder/soffice" --infilter="HTML (StarWriter)" \
    --convert-to pdf:writer_pdf_Export --outdir office "$1" >soffice.log 2>&1 || cat soffice.log >&2
  check "office/$(basename "$1" .html).pdf" "$1" LibreOffice
}

{
  "$tenken" round practice closed --members 48 --staff 12 --seed 1 --closed
  "$tenken" round practice open --members 48 --staff 12 --seed 2
  # 65: practice rounds have sheets that are left out.
  "$tenken" aggregate closed --format html --output report.html || [ $? -eq 65 ]
  "$tenken" round status closed --format html --output status.html
  mkdir letters-closed letters-open forms
  for round in closed open; do "$tenken" round letters $round --format html --output letters-$round; done
  for role in member staff organisation; do
    "$tenken" checklist print $role --round closed --format html --output forms/$role.html
  done
  "$tenken" audit sample closed --size 5 --seed 1 --format html --output forms/audit.html || [ $? -eq 65 ]
} >tenken.log 2>&1 || { cat tenken.log >&2; exit 1; }
for made in letters-closed letters-open forms; do
  [ -n "$(find $made -name '*.html' -print -quit)" ] || complain "$made: no document was made"
done

for page in report.html status.html letters-*/*.html forms/*.html; do by_chromium "$page"; done
for page in letters-*/*.html forms/*.html; do by_libreoffice "$page"; done
first_pages
word_files
exit $status
