#define _GNU_SOURCE
#include "CWorkbook.h"

#include <dlfcn.h>
#include <sys/mman.h>

int cw_memory_file(void) { return memfd_create("tenken", MFD_CLOEXEC); }

// libxlsxwriter brings libcrypto, and both together take 1.8 ms of every start of the program, which hardly ever writes
// Excel. So it is not linked: what Swift calls is found in it when it is called first.

static void *library;

int cw_load(void) {
  if (!library) library = dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_NOW | RTLD_LOCAL);
  return library != NULL;
}

#define LAZY(type, name, parameters, arguments)                               \
  type name parameters {                                                      \
    static type(*real) parameters;                                            \
    if (!real) real = (type(*) parameters)dlsym(library, #name);              \
    return real arguments;                                                    \
  }

LAZY(lxw_chart_series *, chart_add_series, (lxw_chart *chart, const char *categories, const char *values),
     (chart, categories, values))
LAZY(void, chart_axis_major_gridlines_set_line, (lxw_chart_axis *axis, lxw_chart_line *line), (axis, line))
LAZY(void, chart_axis_set_max, (lxw_chart_axis *axis, double max), (axis, max))
LAZY(void, chart_axis_set_min, (lxw_chart_axis *axis, double min), (axis, min))
LAZY(void, chart_axis_set_num_format, (lxw_chart_axis *axis, const char *num_format), (axis, num_format))
LAZY(void, chart_axis_set_reverse, (lxw_chart_axis *axis), (axis))
LAZY(void, chart_legend_set_position, (lxw_chart *chart, uint8_t position), (chart, position))
LAZY(void, chart_series_set_categories, (lxw_chart_series *series, const char *sheetname,
      lxw_row_t first_row, lxw_col_t first_col, lxw_row_t last_row, lxw_col_t last_col),
     (series, sheetname, first_row, first_col, last_row, last_col))
LAZY(void, chart_series_set_labels, (lxw_chart_series *series), (series))
LAZY(void, chart_series_set_labels_position, (lxw_chart_series *series, uint8_t position), (series, position))
LAZY(void, chart_series_set_marker_type, (lxw_chart_series *series, uint8_t type), (series, type))
LAZY(lxw_error, chart_series_set_points, (lxw_chart_series *series, lxw_chart_point *points[]),
     (series, points))
LAZY(void, chart_series_set_values, (lxw_chart_series *series, const char *sheetname, lxw_row_t first_row,
      lxw_col_t first_col, lxw_row_t last_row, lxw_col_t last_col),
     (series, sheetname, first_row, first_col, last_row, last_col))
LAZY(void, chart_show_blanks_as, (lxw_chart *chart, uint8_t option), (chart, option))
LAZY(void, chart_title_set_name, (lxw_chart *chart, const char *name), (chart, name))
LAZY(void, chart_title_set_name_font, (lxw_chart *chart, lxw_chart_font *font), (chart, font))
LAZY(void, format_set_align, (lxw_format *format, uint8_t alignment), (format, alignment))
LAZY(void, format_set_bg_color, (lxw_format *format, lxw_color_t color), (format, color))
LAZY(void, format_set_bold, (lxw_format *format), (format))
LAZY(void, format_set_border, (lxw_format *format, uint8_t style), (format, style))
LAZY(void, format_set_border_color, (lxw_format *format, lxw_color_t color), (format, color))
LAZY(void, format_set_font_color, (lxw_format *format, lxw_color_t color), (format, color))
LAZY(void, format_set_font_name, (lxw_format *format, const char *font_name), (format, font_name))
LAZY(void, format_set_font_size, (lxw_format *format, double size), (format, size))
LAZY(void, format_set_num_format, (lxw_format *format, const char *num_format), (format, num_format))
LAZY(void, format_set_text_wrap, (lxw_format *format), (format))
LAZY(void, format_set_underline, (lxw_format *format, uint8_t style), (format, style))
LAZY(void, format_set_unlocked, (lxw_format *format), (format))
LAZY(lxw_chart *, workbook_add_chart, (lxw_workbook *workbook, uint8_t chart_type), (workbook, chart_type))
LAZY(lxw_format *, workbook_add_format, (lxw_workbook *workbook), (workbook))
LAZY(lxw_worksheet *, workbook_add_worksheet, (lxw_workbook *workbook, const char *sheetname),
     (workbook, sheetname))
LAZY(lxw_error, workbook_close, (lxw_workbook *workbook), (workbook))
LAZY(lxw_workbook *, workbook_new_opt, (const char *filename, lxw_workbook_options *options),
     (filename, options))
LAZY(lxw_error, workbook_set_properties, (lxw_workbook *workbook, lxw_doc_properties *properties),
     (workbook, properties))
LAZY(lxw_error, worksheet_add_table, (lxw_worksheet *worksheet, lxw_row_t first_row, lxw_col_t first_col,
      lxw_row_t last_row, lxw_col_t last_col, lxw_table_options *options),
     (worksheet, first_row, first_col, last_row, last_col, options))
LAZY(lxw_error, worksheet_conditional_format_range, (lxw_worksheet *worksheet, lxw_row_t first_row,
      lxw_col_t first_col, lxw_row_t last_row, lxw_col_t last_col, lxw_conditional_format *conditional_format),
     (worksheet, first_row, first_col, last_row, last_col, conditional_format))
LAZY(lxw_error, worksheet_data_validation_cell, (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col,
      lxw_data_validation *validation),
     (worksheet, row, col, validation))
LAZY(void, worksheet_freeze_panes, (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col),
     (worksheet, row, col))
LAZY(void, worksheet_gridlines, (lxw_worksheet *worksheet, uint8_t option), (worksheet, option))
LAZY(void, worksheet_hide, (lxw_worksheet *worksheet), (worksheet))
LAZY(lxw_error, worksheet_insert_chart_opt, (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col,
      lxw_chart *chart, lxw_chart_options *user_options),
     (worksheet, row, col, chart, user_options))
LAZY(lxw_error, worksheet_merge_range, (lxw_worksheet *worksheet, lxw_row_t first_row, lxw_col_t first_col,
      lxw_row_t last_row, lxw_col_t last_col, const char *string, lxw_format *format),
     (worksheet, first_row, first_col, last_row, last_col, string, format))
LAZY(lxw_error, worksheet_print_area, (lxw_worksheet *worksheet, lxw_row_t first_row, lxw_col_t first_col,
      lxw_row_t last_row, lxw_col_t last_col),
     (worksheet, first_row, first_col, last_row, last_col))
LAZY(void, worksheet_protect, (lxw_worksheet *worksheet, const char *password, lxw_protection *options),
     (worksheet, password, options))
LAZY(lxw_error, worksheet_repeat_columns, (lxw_worksheet *worksheet, lxw_col_t first_col, lxw_col_t last_col),
     (worksheet, first_col, last_col))
LAZY(lxw_error, worksheet_repeat_rows, (lxw_worksheet *worksheet, lxw_row_t first_row, lxw_row_t last_row),
     (worksheet, first_row, last_row))
LAZY(lxw_error, worksheet_set_column, (lxw_worksheet *worksheet, lxw_col_t first_col, lxw_col_t last_col,
      double width, lxw_format *format),
     (worksheet, first_col, last_col, width, format))
LAZY(lxw_error, worksheet_set_column_pixels, (lxw_worksheet *worksheet, lxw_col_t first_col,
      lxw_col_t last_col, uint32_t pixels, lxw_format *format),
     (worksheet, first_col, last_col, pixels, format))
LAZY(lxw_error, worksheet_set_footer, (lxw_worksheet *worksheet, const char *string), (worksheet, string))
LAZY(lxw_error, worksheet_set_h_pagebreaks, (lxw_worksheet *worksheet, lxw_row_t breaks[]),
     (worksheet, breaks))
LAZY(lxw_error, worksheet_set_header, (lxw_worksheet *worksheet, const char *string), (worksheet, string))
LAZY(void, worksheet_set_landscape, (lxw_worksheet *worksheet), (worksheet))
LAZY(void, worksheet_set_margins, (lxw_worksheet *worksheet, double left, double right, double top,
      double bottom),
     (worksheet, left, right, top, bottom))
LAZY(void, worksheet_set_paper, (lxw_worksheet *worksheet, uint8_t paper_type), (worksheet, paper_type))
LAZY(void, worksheet_set_print_scale, (lxw_worksheet *worksheet, uint16_t scale), (worksheet, scale))
LAZY(lxw_error, worksheet_set_row, (lxw_worksheet *worksheet, lxw_row_t row, double height,
      lxw_format *format),
     (worksheet, row, height, format))
LAZY(void, worksheet_set_selection, (lxw_worksheet *worksheet, lxw_row_t first_row, lxw_col_t first_col,
      lxw_row_t last_row, lxw_col_t last_col),
     (worksheet, first_row, first_col, last_row, last_col))
LAZY(lxw_error, worksheet_set_v_pagebreaks, (lxw_worksheet *worksheet, lxw_col_t breaks[]),
     (worksheet, breaks))
LAZY(lxw_error, worksheet_write_blank, (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col,
      lxw_format *format),
     (worksheet, row, col, format))
LAZY(lxw_error, worksheet_write_formula_str, (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col,
      const char *formula, lxw_format *format, const char *result),
     (worksheet, row, col, formula, format, result))
LAZY(lxw_error, worksheet_write_number, (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col,
      double number, lxw_format *format),
     (worksheet, row, col, number, format))
LAZY(lxw_error, worksheet_write_rich_string, (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col,
      lxw_rich_string_tuple *rich_string[], lxw_format *format),
     (worksheet, row, col, rich_string, format))
LAZY(lxw_error, worksheet_write_string, (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col,
      const char *string, lxw_format *format),
     (worksheet, row, col, string, format))
LAZY(lxw_error, worksheet_write_url_opt, (lxw_worksheet *worksheet, lxw_row_t row_num, lxw_col_t col_num,
      const char *url, lxw_format *format, const char *string, const char *tooltip),
     (worksheet, row_num, col_num, url, format, string, tooltip))
