#include "base/cpu.h"

#include <string.h>

static const char *const names[BS_N_CPUS] = { "plain", "sse2", "avx2", "avx512", "neon" };

static gint in_use = -1; /* not yet asked */

const char *
bs_cpu_name (BsCpu cpu)
{
  g_return_val_if_fail (cpu < BS_N_CPUS, NULL);
  return names[cpu];
}

gboolean
bs_cpu_has (BsCpu cpu)
{
  switch (cpu)
    {
    case BS_CPU_PLAIN:
      return TRUE;
#if defined(__x86_64__)
    case BS_CPU_SSE2:
      return TRUE;
    case BS_CPU_AVX2:
      return __builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("bmi") && __builtin_cpu_supports ("bmi2")
             && __builtin_cpu_supports ("popcnt");
    case BS_CPU_AVX512:
      return bs_cpu_has (BS_CPU_AVX2) && __builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512bw")
             && __builtin_cpu_supports ("avx512dq") && __builtin_cpu_supports ("avx512vl")
             && __builtin_cpu_supports ("avx512vbmi") && __builtin_cpu_supports ("avx512vbmi2");
#elif defined(__aarch64__) && defined(__ARM_NEON)
    case BS_CPU_NEON:
      return TRUE;
#endif
    default:
      return FALSE;
    }
}

BsCpu
bs_cpu (void)
{
  static const BsCpu best_first[] = { BS_CPU_AVX512, BS_CPU_AVX2, BS_CPU_SSE2, BS_CPU_NEON, BS_CPU_PLAIN };
  gint cpu = g_atomic_int_get (&in_use);

  for (guint i = 0; cpu < 0; i++)
    if (bs_cpu_has (best_first[i]))
      g_atomic_int_set (&in_use, cpu = (gint) best_first[i]);
  return (BsCpu) cpu;
}

gboolean
bs_cpu_limit (const char *name, GError **error)
{
  for (guint i = 0; i < BS_N_CPUS; i++)
    if (g_str_equal (name, names[i]) && bs_cpu_has (i))
      {
        g_atomic_int_set (&in_use, (gint) i);
        return TRUE;
      }
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "“%s” is no set of instructions of this machine: use plain%s%s%s%s", name,
               bs_cpu_has (BS_CPU_SSE2) ? ", sse2" : "", bs_cpu_has (BS_CPU_AVX2) ? ", avx2" : "",
               bs_cpu_has (BS_CPU_AVX512) ? ", avx512" : "", bs_cpu_has (BS_CPU_NEON) ? ", neon" : "");
  return FALSE;
}
