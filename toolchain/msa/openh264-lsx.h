/* LoongArch's LSX and LASX intrinsics on generic vectors: lets code that was written for them compile for any little-endian target with
 * 128-bit vectors, WebAssembly simd128 among them. Only what openh264's kernels and its loongson_intrinsics.h use. Many are MSA's by another name. */
#ifndef LSX_ON_VECTORS_H
#define LSX_ON_VECTORS_H
#include <string.h>
#include "msa.h"

typedef long long __m128i __attribute__((vector_size(16), aligned(1), may_alias));
typedef long long __m256i __attribute__((vector_size(32), aligned(1), may_alias));
typedef v16u8 v16u8_b; /* LoongArch's v16u8 is aligned, this one is not */
typedef int16_t v16i16 __attribute__((vector_size(32), aligned(1), may_alias));
typedef int32_t v8i32 __attribute__((vector_size(32), aligned(1), may_alias));

/* LASX computes within each of its two 128-bit lanes what LSX computes, so that every LSX intrinsic gives the one for LASX */
#define LASX_LOW(v) __builtin_shufflevector((__m256i)(v), (__m256i)(v), 0, 1)
#define LASX_HIGH(v) __builtin_shufflevector((__m256i)(v), (__m256i)(v), 2, 3)
#define LASX_JOIN(low, high) ((__m256i)__builtin_shufflevector((__m128i)(low), (__m128i)(high), 0, 1, 2, 3))

/* of one vector; of one and a number; of two vectors; of three: the vectors are a, b and c of type T, the number is i */
#define LSX_1(N, T, E) MSA_FN __m128i __lsx_v##N(__m128i x) { T a = (T)x; return (__m128i)(E); } \
    MSA_FN __m256i __lasx_xv##N(__m256i x) { return LASX_JOIN(__lsx_v##N(LASX_LOW(x)), __lsx_v##N(LASX_HIGH(x))); }
#define LSX_I(N, T, E) MSA_FN __m128i __lsx_v##N(__m128i x, int i) { T a = (T)x; return (__m128i)(E); } \
    MSA_FN __m256i __lasx_xv##N(__m256i x, int i) { return LASX_JOIN(__lsx_v##N(LASX_LOW(x), i), __lsx_v##N(LASX_HIGH(x), i)); }
#define LSX_2(N, T, E) MSA_FN __m128i __lsx_v##N(__m128i x, __m128i y) { T a = (T)x, b = (T)y; return (__m128i)(E); } \
    MSA_FN __m256i __lasx_xv##N(__m256i x, __m256i y) { return LASX_JOIN(__lsx_v##N(LASX_LOW(x), LASX_LOW(y)), __lsx_v##N(LASX_HIGH(x), LASX_HIGH(y))); }
#define LSX_3(N, T, E) MSA_FN __m128i __lsx_v##N(__m128i x, __m128i y, __m128i z) { T a = (T)x, b = (T)y, c = (T)z; return (__m128i)(E); } \
    MSA_FN __m256i __lasx_xv##N(__m256i x, __m256i y, __m256i z) \
    { return LASX_JOIN(__lsx_v##N(LASX_LOW(x), LASX_LOW(y), LASX_LOW(z)), __lsx_v##N(LASX_HIGH(x), LASX_HIGH(y), LASX_HIGH(z))); }

/* splat, memory, elements */
#define LSX_AT(p, n) ((uint8_t *)(p) + (n))
#define LSX_GET(T, p) ({ T lsx_g_; memcpy(&lsx_g_, (p), sizeof lsx_g_); lsx_g_; })
#define LSX_PUT(T, x, p) do { T lsx_p_ = (x); memcpy((p), &lsx_p_, sizeof lsx_p_); } while (0)
MSA_FN __m128i __lsx_vreplgr2vr_b(int x) { return (__m128i)__msa_fill_b(x); }
MSA_FN __m128i __lsx_vreplgr2vr_h(int x) { return (__m128i)__msa_fill_h(x); }
MSA_FN __m128i __lsx_vreplgr2vr_d(int64_t x) { return (v2i64){} + x; }
#define __lsx_vldi(i) __lsx_vreplgr2vr_b(i) /* openh264 asks for bytes alone */
#define __lasx_xvldi(i) LASX_JOIN(__lsx_vldi(i), __lsx_vldi(i))
#define __lsx_vld(p, n) LSX_GET(__m128i, LSX_AT(p, n))
#define __lsx_vldx(p, n) __lsx_vld(p, n)
#define __lsx_vldrepl_w(p, n) ((__m128i)((v4i32){} + LSX_GET(int32_t, LSX_AT(p, n))))
#define __lsx_vldrepl_d(p, n) ((__m128i)((v2i64){} + LSX_GET(int64_t, LSX_AT(p, n))))
#define __lasx_xvld(p, n) LSX_GET(__m256i, LSX_AT(p, n))
#define __lasx_xvldx(p, n) __lasx_xvld(p, n)
#define __lsx_vst(v, p, n) LSX_PUT(__m128i, v, LSX_AT(p, n))
#define __lsx_vstx(v, p, n) __lsx_vst(v, p, n)
#define __lasx_xvst(v, p, n) LSX_PUT(__m256i, v, LSX_AT(p, n))
#define __lsx_vstelm_b(v, p, n, i) LSX_PUT(int8_t, ((v16i8)(v))[i], LSX_AT(p, n))
#define __lsx_vstelm_h(v, p, n, i) LSX_PUT(int16_t, ((v8i16)(v))[i], LSX_AT(p, n))
#define __lsx_vstelm_w(v, p, n, i) LSX_PUT(int32_t, ((v4i32)(v))[i], LSX_AT(p, n))
#define __lsx_vstelm_d(v, p, n, i) LSX_PUT(int64_t, ((v2i64)(v))[i], LSX_AT(p, n))
#define __lasx_xvstelm_w(v, p, n, i) LSX_PUT(int32_t, ((v8i32)(v))[i], LSX_AT(p, n))
#define __lsx_vpickve2gr_h(v, i) ((int)((v8i16)(v))[i])
#define __lsx_vpickve2gr_d(v, i) (((v2i64)(v))[i])
#define __lasx_xvpickve2gr_d(v, i) (((__m256i)(v))[i])
#define __lasx_xvpickve_d(v, i) ((__m256i){ ((__m256i)(v))[i] })
MSA_FN __m256i __lasx_xvreplve_h(__m256i a, int i) { return LASX_JOIN((v8i16){} + ((v16i16)a)[i & 7], (v8i16){} + ((v16i16)a)[8 + (i & 7)]); }

/* bitwise, sums, products, limits */
LSX_2(and_v, v16u8, a & b) LSX_2(xor_v, v16u8, a ^ b) LSX_2(nor_v, v16u8, ~(a | b))
LSX_I(andi_b, v16u8, a & (uint8_t)i)
LSX_2(add_b, v16u8, a + b) LSX_2(add_h, v8u16, a + b) LSX_2(add_w, v4u32, a + b) LSX_2(add_d, v2u64, a + b)
LSX_2(sub_b, v16u8, a - b) LSX_2(sub_h, v8u16, a - b) LSX_2(sub_w, v4u32, a - b) LSX_2(sub_d, v2u64, a - b)
LSX_I(addi_bu, v16u8, a + (uint8_t)i) LSX_I(addi_hu, v8u16, a + (uint16_t)i)
LSX_1(neg_b, v16u8, -a)
LSX_2(mul_h, v8u16, a * b) LSX_2(mul_w, v4u32, a * b)
LSX_2(sadd_hu, v8u16, __builtin_elementwise_add_sat(a, b))
LSX_2(max_h, v8i16, MSA_MAX(a, b)) LSX_2(max_w, v4i32, MSA_MAX(a, b)) LSX_2(min_h, v8i16, MSA_MIN(a, b))
LSX_I(maxi_h, v8i16, MSA_MAX(a, (v8i16){} + (int16_t)i)) LSX_I(maxi_w, v4i32, MSA_MAX(a, (v4i32){} + i))
LSX_I(sat_hu, v8u16, __msa_sat_u_h(a, i)) LSX_I(sat_wu, v4u32, __msa_sat_u_w(a, i))
LSX_2(avgr_bu, v16u8, __msa_aver_u_b(a, b))
LSX_2(absd_bu, v16u8, __msa_asub_u_b(a, b)) LSX_2(absd_h, v8i16, __msa_asub_s_h(a, b))
LSX_2(absd_w, v4i32, MSA_SAME(b, (v4i32){}) ? __builtin_elementwise_abs(a) : MSA_MAX(a, b) - MSA_MIN(a, b))

/* comparisons: all ones or zero */
LSX_2(seq_h, v8i16, a == b) LSX_2(slt_b, v16i8, a < b) LSX_2(slt_bu, v16u8, a < b) LSX_2(slt_h, v8i16, a < b)
LSX_2(sle_b, v16i8, a <= b) LSX_2(sle_h, v8i16, a <= b)

/* shifts */
LSX_I(slli_h, v8u16, a << i) LSX_I(slli_w, v4u32, a << i) LSX_I(srai_h, v8i16, a >> i) LSX_I(srai_w, v4i32, a >> i) LSX_I(srli_b, v16u8, a >> i)
LSX_2(srl_h, v8u16, a >> (b & 15)) LSX_2(srl_d, v2u64, a >> (b & 63))
LSX_I(srari_h, v8i16, __msa_srari_h(a, i)) LSX_I(srari_w, v4i32, __msa_srari_w(a, i))
#define __lsx_vbsrl_v(v, n) ((__m128i)__msa_sldi_b((v16i8){}, v, n))
#define __lasx_xvbsrl_v(v, n) LASX_JOIN(__lsx_vbsrl_v(LASX_LOW(v), n), __lsx_vbsrl_v(LASX_HIGH(v), n))

/* widening of the low or the high half */
#define LSX_LOW8(v) __builtin_shufflevector(v, v, 0, 1, 2, 3, 4, 5, 6, 7)
#define LSX_LOW4(v) __builtin_shufflevector(v, v, 0, 1, 2, 3)
LSX_I(sllwil_hu_bu, v16u8, __builtin_convertvector(LSX_LOW8(a), v8u16) << i)
LSX_I(sllwil_w_h, v8i16, __builtin_convertvector(LSX_LOW4(a), v4i32) << i)
LSX_1(exth_hu_bu, v16u8, __builtin_convertvector(__builtin_shufflevector(a, a, 8, 9, 10, 11, 12, 13, 14, 15), v8u16))
LSX_1(exth_w_h, v8i16, __builtin_convertvector(__builtin_shufflevector(a, a, 4, 5, 6, 7), v4i32))
MSA_FN __m256i __lasx_vext2xv_w_h(__m256i a) { return (__m256i)__builtin_convertvector((v8i16)LASX_LOW(a), v8i32); }
MSA_FN __m256i __lasx_vext2xv_wu_bu(__m256i a) { return (__m256i)__builtin_convertvector(LSX_LOW8((v16u8)LASX_LOW(a)), v8i32); }

/* widening: odd elements of a with even elements of b */
#ifdef __wasm_simd128__ /* one instruction where both operands are the same one */
#define LSX_PAIRS(f, ...) MSA_SAME(a, b) ? (__m128i)f((v128_t)a, ##__VA_ARGS__) :
#else
#define LSX_PAIRS(f, ...)
#endif
LSX_2(haddw_h_b, v16i8, __msa_hadd_s_h(a, b)) LSX_2(haddw_hu_bu, v16u8, __msa_hadd_u_h(a, b))
LSX_2(haddw_w_h, v8i16, __msa_hadd_s_w(a, b)) LSX_2(haddw_wu_hu, v8u16, LSX_PAIRS(wasm_u32x4_extadd_pairwise_u16x8) (__m128i)__msa_hadd_u_w(a, b))
LSX_2(haddw_du_wu, v4u32, __msa_hadd_u_d(a, b))
LSX_2(haddw_qu_du, v2u64, (unsigned __int128)a[1] + b[0]) LSX_2(haddw_q_d, v2i64, (__int128)a[1] + b[0])
LSX_2(hsubw_hu_bu, v16u8, __msa_hsub_u_h(a, b))
LSX_2(hsubw_w_h, v4i32, LSX_PAIRS(wasm_i32x4_dot_i16x8, wasm_i16x8_const(-1, 1, -1, 1, -1, 1, -1, 1)) (__m128i)(MSA_ODD(v4i32, a, 16) - MSA_EVEN_S(v4i32, b, 16)))
LSX_2(subwev_h_bu, v8u16, (a & 255) - (b & 255)) LSX_2(subwod_h_bu, v8u16, (a >> 8) - (b >> 8))
/* the low and the high words apart: those that nobody looks at vanish */
#define LSX_ODD_W(v) __builtin_shufflevector((v4u32)(v), (v4u32)(v), 1, 1, 3, 3)
#define LSX_WORDS(low, high) __builtin_shufflevector((v4u32)(low), (v4u32)(high), 0, 4, 2, 6)
#define LSX_SIGN(v) ((v4u32)((v4i32)(v) >> 31))
LSX_2(haddw_d_w, v4u32, ({ v4u32 o = LSX_ODD_W(a), s = o + b; LSX_WORDS(s, LSX_SIGN(o) + LSX_SIGN(b) - (v4u32)(s < o)); }))
LSX_2(hsubw_d_w, v4u32, ({ v4u32 o = LSX_ODD_W(a); LSX_WORDS(o - b, LSX_SIGN(o) - LSX_SIGN(b) + (v4u32)(o < b)); }))

/* products of even or odd elements, each of its own signedness */
#define LSX_EVEN_S(W, v, n) ((W)((v) << (n)) >> (n))
#define LSX_EVEN_U(W, v, n) ((v) & (W)((W){} + ((1ll << (n)) - 1)))
#define LSX_ODD_S(W, v, n) ((v) >> (n))
#define LSX_ODD_U(W, v, n) LSX_EVEN_U(W, (v) >> (n), n)
#define LSX_MULW(N, W, n, A, B) \
    LSX_2(mulwev_##N, W, LSX_EVEN_##A(W, a, n) * LSX_EVEN_##B(W, b, n)) LSX_3(maddwev_##N, W, a + LSX_EVEN_##A(W, b, n) * LSX_EVEN_##B(W, c, n)) \
    LSX_2(mulwod_##N, W, LSX_ODD_##A(W, a, n) * LSX_ODD_##B(W, b, n)) LSX_3(maddwod_##N, W, a + LSX_ODD_##A(W, b, n) * LSX_ODD_##B(W, c, n))
LSX_MULW(h_b, v8i16, 8, S, S) LSX_MULW(h_bu, v8i16, 8, U, U) LSX_MULW(h_bu_b, v8i16, 8, U, S)
LSX_MULW(w_h, v4i32, 16, S, S) LSX_MULW(w_hu, v4i32, 16, U, U) LSX_MULW(w_hu_h, v4i32, 16, U, S)
LSX_MULW(d_w, v2i64, 32, S, S)

/* permutations; b gives the lower elements of each pair */
LSX_2(ilvl_b, v16i8, __msa_ilvr_b(a, b)) LSX_2(ilvl_h, v8i16, __msa_ilvr_h(a, b)) LSX_2(ilvl_w, v4i32, __msa_ilvr_w(a, b)) LSX_2(ilvl_d, v2i64, __msa_ilvr_d(a, b))
LSX_2(ilvh_b, v16i8, __msa_ilvl_b(a, b)) LSX_2(ilvh_h, v8i16, __msa_ilvl_h(a, b)) LSX_2(ilvh_w, v4i32, __msa_ilvl_w(a, b)) LSX_2(ilvh_d, v2i64, __msa_ilvl_d(a, b))
LSX_2(packev_b, v16i8, __msa_ilvev_b(a, b)) LSX_2(packev_w, v4i32, __msa_ilvev_w(a, b)) LSX_2(packev_d, v2i64, __msa_ilvev_d(a, b))
LSX_2(packod_d, v2i64, __msa_ilvod_d(a, b))
LSX_2(pickev_b, v16i8, __msa_pckev_b(a, b)) LSX_2(pickev_h, v8i16, __msa_pckev_h(a, b)) LSX_2(pickev_d, v2i64, __msa_pckev_d(a, b))
LSX_2(pickod_d, v2i64, __msa_pckod_d(a, b))
LSX_3(shuf_b, v16i8, __msa_vshf_b(c, a, b)) LSX_3(shuf_h, v8i16, __msa_vshf_h(a, b, c))
#define __lasx_xvpermi_q(a, b, i) ({ __m256i lsx_a_ = (a), lsx_b_ = (b); __builtin_shufflevector(lsx_b_, lsx_a_, \
    2 * ((i) & 3), 2 * ((i) & 3) + 1, 2 * ((i) >> 4 & 3), 2 * ((i) >> 4 & 3) + 1); })
#define __lasx_xvpermi_w(a, b, i) ({ v8i32 lsx_a_ = (v8i32)(a), lsx_b_ = (v8i32)(b); (__m256i)__builtin_shufflevector(lsx_b_, lsx_a_, \
    MSA_Q(i, 0), MSA_Q(i, 1), 8 + MSA_Q(i, 2), 8 + MSA_Q(i, 3), 4 + MSA_Q(i, 0), 4 + MSA_Q(i, 1), 12 + MSA_Q(i, 2), 12 + MSA_Q(i, 3)); })
#endif
