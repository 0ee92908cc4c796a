#include "source/article.h"

static const char *const kind_names[BS_N_PROBLEMS] = {
  [BS_PROBLEM_UNREADABLE] = "unreadable", [BS_PROBLEM_TRUNCATED] = "truncated", [BS_PROBLEM_BAD_RECORD] = "bad-record",
  [BS_PROBLEM_NO_TEXT] = "no-text",       [BS_PROBLEM_NOT_TEXT] = "not-text",   [BS_PROBLEM_TOO_LARGE] = "too-large",
  [BS_PROBLEM_SAME_KEY] = "same-key",     [BS_PROBLEM_LEFT_OUT] = "left-out",   [BS_PROBLEM_METADATA] = "metadata",
  [BS_PROBLEM_ENCODING] = "encoding",     [BS_PROBLEM_TOO_DEEP] = "too-deep",
  [BS_PROBLEM_SET_ASIDE] = "set-aside",
};

const char *
bs_problem_kind_name (BsProblemKind kind)
{
  g_return_val_if_fail (kind < BS_N_PROBLEMS, NULL);
  return kind_names[kind];
}

gboolean
bs_problem_kind_loses (BsProblemKind kind)
{
  return kind != BS_PROBLEM_ENCODING && kind != BS_PROBLEM_METADATA && kind != BS_PROBLEM_SET_ASIDE;
}
