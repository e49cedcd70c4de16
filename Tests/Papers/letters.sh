#!/usr/bin/env bash
# Whether letters and forms take as much paper as they should, printed by Chromium.
#
#     letters.sh TENKEN
#
# What is one page is one page, also where a round says as much of itself as is taken; slips and receipts lie eight to a page;
# lists that name people say on every page that they are to be handled with care.
set -euo pipefail
tenken=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME=$folder XDG_DATA_HOME=$folder/data LANG=C.UTF-8
status=0
complain() { echo "$1" >&2; status=1; }

# print HTML: makes page.pdf and sets pages.
print() {
  rm -f page.pdf
  chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --user-data-dir="$folder/chromium" \
    --print-to-pdf="$folder/page.pdf" "file://$folder/$1" >chromium.log 2>&1 || cat chromium.log >&2
  pages=$(pdfinfo page.pdf | awk '/^Pages:/ { print $2 }')
}

# takes PAGES HTML: no more and no fewer.
takes() {
  print "$2"
  echo "$2: $pages"
  [ "$pages" = "$1" ] || complain "$2: $pages pages instead of $1"
}

# at_most PAGES HTML
at_most() {
  print "$2"
  echo "$2: $pages"
  [ "$pages" -le "$1" ] || complain "$2: $pages pages, more than $1"
}

# round NAME MEMBERS STAFF [OPTION…]
# The office may be named again.
round() {
  local name=$1 members=$2 staff=$3
  shift 3
  {
    echo 番号,氏名,役割
    for ((i = 1; i <= members; i++)); do echo "m$i,議員$i,議員"; done
    for ((i = 1; i <= staff; i++)); do echo "s$i,職員$i,職員"; done
    echo soshiki,点検担当,組織
  } >"$name.csv"
  "$tenken" round create "$name" --roster "$name.csv" --opens 2026-11-25 --deadline 令和8年12月18日 --telephone 00-0000-0000 \
    --lent-devices executive --office 総務課 "$@" >tenken.log 2>&1 || { cat tenken.log >&2; exit 1; }
}

# letter ROUND HTML [OPTION…]: 65 where a round has lines that do not count.
letter() {
  local name=$1 output=$2 code=0
  shift 2
  "$tenken" round letters "$name" --output "$output" "$@" >tenken.log 2>&1 || code=$?
  [ "$code" = 0 ] || [ "$code" = 65 ] || return "$code"
}

# What a sheet of paper holds: 8 slips.
round forty-seven 47 0
letter forty-seven slips.html --kind slips --codes forty-seven-codes.csv
takes 6 slips.html
# With a title and an office that take two lines.
round wordy 47 0 --title '令和8年度 第1回 情報セキュリティ自己点検（改選の後の臨時の点検）' \
  --office '議会事務局総務課情報政策係（本庁舎4階の北側）'
letter wordy slips-wordy.html --kind slips --codes wordy-codes.csv
takes 6 slips-wordy.html
round large 127 30
letter large slips-large.html --kind slips --codes large-codes.csv
takes 20 slips-large.html
"$tenken" round practice closed --members 48 --staff 12 --seed 1 --closed >tenken.log 2>&1
letter closed receipts.html --kind receipts
takes $((($(grep -c 'class="key"' receipts.html) + 7) / 8)) receipts.html

# The list of those who are missing.
letter large memo.html --kind memo
print memo.html
for ((page = 1; page <= pages; page++)); do
  text=$(pdftotext -f $page -l $page page.pdf -)
  for word in 取扱注意 氏名; do [[ $text == *"$word"* ]] || complain "memo.html: no 「$word」 on page $page"; done
done

# One page, as it is and with as much as is taken: in Japanese, and in letters and figures, which may be wider.
for kind in leaflet leaflet-excel leaflet-paper; do
  letter large $kind.html --kind $kind
  takes 1 $kind.html
done
number=0
for way in 四階の会議室のパソコンを、平日の9時から17時まで使えます。昼休みも使えます。 WWW.EXAMPLE.JP/GIKAI/TENKEN/2026-11-25/; do
  for kind in leaflet leaflet-excel leaflet-paper; do
    ways=()
    while [ ${#ways[@]} -lt 60 ]; do
      number=$((number + 1))
      round long$number 8 2 "${ways[@]}" --no-codes
      letter long$number long$number.html --kind $kind || break
      longest=long$number.html
      ways+=(--way "$way")
    done
    [ ${#ways[@]} -ge 6 ] || complain "$kind: only $((${#ways[@]} / 2)) ways are taken"
    takes 1 "$longest"
  done
done

# Much that many did not know.
for seed in 1 2 3; do
  "$tenken" round practice known$seed --members 48 --staff 12 --seed $seed --closed >tenken.log 2>&1
  sed -i 's/^  training: .*/  training: 1/' known$seed/round.yaml
  letter known$seed training$seed.html --kind training
  takes 1 training$seed.html
done
letter closed report.html --kind report
takes 1 report.html

# Forms to be written on.
for form in "member 10" "staff 7" "organisation 11"; do
  set -- $form
  "$tenken" checklist print "$1" --output "$1.html" >tenken.log 2>&1
  at_most "$2" "$1.html"
done
"$tenken" audit sample closed --size 10 --seed 1 --format html --output audit.html >tenken.log 2>&1 || [ $? -eq 65 ]
takes 3 audit.html
exit $status
