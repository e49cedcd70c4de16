#include "CBundle.h"

static const uint8_t policy[] = {
#embed "../../Checklists/kumamoto/policy.yaml"
};
static const uint8_t members[] = {
#embed "../../Checklists/kumamoto/members.yaml"
};
static const uint8_t staff[] = {
#embed "../../Checklists/kumamoto/staff.yaml"
};
static const uint8_t organisation[] = {
#embed "../../Checklists/kumamoto/organisation.yaml"
};
static const uint8_t summary_markdown[] = {
#embed "templates/summary.md.mustache"
};
static const uint8_t export_markdown[] = {
#embed "templates/export.md.mustache"
};
static const uint8_t paper_html[] = {
#embed "templates/paper.html.mustache"
};
static const uint8_t report_html[] = {
#embed "templates/report.html.mustache"
};
static const uint8_t letter_html[] = {
#embed "templates/letter.html.mustache"
};

#define FILE_CASE(name, bytes) \
  case name:                   \
    *length = sizeof(bytes);   \
    return bytes;

const uint8_t *cb_bytes(enum cb_file file, size_t *length) {
  switch (file) {
    FILE_CASE(CB_POLICY, policy)
    FILE_CASE(CB_MEMBERS, members)
    FILE_CASE(CB_STAFF, staff)
    FILE_CASE(CB_ORGANISATION, organisation)
    FILE_CASE(CB_SUMMARY_MARKDOWN, summary_markdown)
    FILE_CASE(CB_EXPORT_MARKDOWN, export_markdown)
    FILE_CASE(CB_PAPER_HTML, paper_html)
    FILE_CASE(CB_REPORT_HTML, report_html)
    FILE_CASE(CB_LETTER_HTML, letter_html)
  }
  *length = 0;
  return policy;
}
