/* kernel.h: functions that are compiled once for each set of instructions (base/cpu.h), and chosen at run time.
 *
 *     // scan-mask.h
 *     typedef void BsScanMaskFunc (const char *text, gsize length, BsMasks *masks);
 *     BS_KERNEL_DECLARE (BsScanMaskFunc, bs_scan_mask);
 *
 *     // scan-mask.c, in `kernels` of the room's meson.build, not in `sources`
 *     #include "base/block.h"
 *     void BS_KERNEL (bs_scan_mask) (const char *text, gsize length, BsMasks *masks) { … }
 *
 *     // whoever calls it
 *     BS_KERNEL_CHOOSE (bs_scan_mask) (text, length, &masks);
 *
 * A kernel is a pass over many bytes: choosing costs a look-up and an indirect call. All variants must give the same
 * bytes; tests/test-kernels.c goes through them. */
#pragma once

#include "base/cpu.h"

G_BEGIN_DECLS

/* The set that this file is being compiled for: the build says -DBS_KERNEL_SET=avx2. */
#ifdef BS_KERNEL_SET
#define BS_KERNEL_PASTE_(name, set) name##_##set
#define BS_KERNEL_PASTE(name, set) BS_KERNEL_PASTE_ (name, set)
#define BS_KERNEL(name) BS_KERNEL_PASTE (name, BS_KERNEL_SET)
#endif

#if defined(__x86_64__)
#define BS_KERNEL_DECLARE(Type, name)                                                                                  \
  extern Type name##_plain, name##_sse2, name##_avx2, name##_avx512;                                                   \
  static inline Type *name##_by_cpu (BsCpu cpu)                                                                        \
  {                                                                                                                    \
    return cpu == BS_CPU_AVX512 ? name##_avx512                                                                        \
           : cpu == BS_CPU_AVX2 ? name##_avx2                                                                          \
           : cpu == BS_CPU_SSE2 ? name##_sse2                                                                          \
                                : name##_plain;                                                                        \
  }                                                                                                                    \
  _Static_assert (1, "takes the semicolon behind a declaration")
#elif defined(__aarch64__) && defined(__ARM_NEON)
#define BS_KERNEL_DECLARE(Type, name)                                                                                  \
  extern Type name##_plain, name##_neon;                                                                               \
  static inline Type *name##_by_cpu (BsCpu cpu)                                                                        \
  {                                                                                                                    \
    return cpu == BS_CPU_NEON ? name##_neon : name##_plain;                                                            \
  }                                                                                                                    \
  _Static_assert (1, "takes the semicolon behind a declaration")
#else
#define BS_KERNEL_DECLARE(Type, name)                                                                                  \
  extern Type name##_plain;                                                                                            \
  static inline Type *name##_by_cpu (BsCpu cpu G_GNUC_UNUSED)                                                          \
  {                                                                                                                    \
    return name##_plain;                                                                                               \
  }                                                                                                                    \
  _Static_assert (1, "takes the semicolon behind a declaration")
#endif

/* The variant for the set in use. */
#define BS_KERNEL_CHOOSE(name) name##_by_cpu (bs_cpu ())

G_END_DECLS
