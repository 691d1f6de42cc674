/* AltiVec/VSX intrinsics on generic 128-bit vectors, little-endian order: what FFmpeg's libswscale/ppc/swscale_ppc_template.c uses, in the
 * way of msa.h. Two liberties, both out of reach there: vec_ld takes aligned addresses only, and sums that would saturate at 32 bits wrap. */
#ifndef ALTIVEC_ON_VECTORS_H
#define ALTIVEC_ON_VECTORS_H
#include <stdint.h>
#include <string.h>

#define vector __attribute__((vector_size(16)))
typedef vector signed char vsx_s8;
typedef vector unsigned char vsx_u8;
typedef vector signed short vsx_s16;
typedef vector unsigned short vsx_u16;
typedef vector signed int vsx_s32;
typedef vector unsigned int vsx_u32;
#define VSX_FN static inline __attribute__((always_inline, unused, overloadable))

/* memory: the vector's type follows the pointer's */
#define VSX_OF(p) __typeof__(_Generic(*(p), uint8_t: (vsx_u8){}, int16_t: (vsx_s16){}, uint16_t: (vsx_u16){}, int32_t: (vsx_s32){}, uint32_t: (vsx_u32){}))
#define vec_vsx_ld(o, p) ({ VSX_OF(p) vsx_v_; memcpy(&vsx_v_, (const uint8_t *)(p) + (o), 16); vsx_v_; })
#define vec_vsx_st(v, o, p) ({ __typeof__(v) vsx_v_ = (v); memcpy((uint8_t *)(p) + (o), &vsx_v_, 16); })
#define vec_ld(o, p) vec_vsx_ld(o, p)
#define vec_st(v, o, p) vec_vsx_st(v, o, p)

#define vec_splat_s32(i) ((vsx_s32){} + (i))
#define vec_splat_u32(i) ((vsx_u32){} + (i))
#define vec_splat(v, i) ((__typeof__(v)){} + (v)[i])
#define vec_add(a, b) ((a) + (b))
#define vec_adds(a, b) __builtin_elementwise_add_sat(a, b)
#define vec_sra(a, b) ((a) >> (__typeof__(a))(b))

VSX_FN vsx_u8 vec_mergeh(vsx_u8 a, vsx_u8 b) { return __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23); }
VSX_FN vsx_u8 vec_mergel(vsx_u8 a, vsx_u8 b) { return __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31); }
VSX_FN vsx_s16 vec_mergeh(vsx_s16 a, vsx_s16 b) { return __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11); }
VSX_FN vsx_s16 vec_mergel(vsx_s16 a, vsx_s16 b) { return __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15); }
VSX_FN vsx_s32 vec_mergeh(vsx_s32 a, vsx_s32 b) { return __builtin_shufflevector(a, b, 0, 4, 1, 5); }
VSX_FN vsx_s32 vec_mergel(vsx_s32 a, vsx_s32 b) { return __builtin_shufflevector(a, b, 2, 6, 3, 7); }

VSX_FN vsx_s32 vec_sums(vsx_s32 a, vsx_s32 b)
{
    a += __builtin_shufflevector(a, a, 2, 3, 0, 1);
    a += __builtin_shufflevector(a, a, 1, 0, 3, 2);
    return (a + b) & (vsx_s32){ 0, 0, 0, -1 };
}
#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#define VSX_DOT(a, b) (vsx_s32)wasm_i32x4_dot_i16x8((v128_t)(a), (v128_t)(b))
VSX_FN vsx_s32 vec_mule(vsx_s16 a, vsx_s16 b) { return VSX_DOT(a & (vsx_s16)vec_splat_s32(0xffff), b); }
VSX_FN vsx_s32 vec_mulo(vsx_s16 a, vsx_s16 b) { return VSX_DOT(a & (vsx_s16)vec_splat_s32(-0x10000), b); }
VSX_FN vsx_s32 vec_msums(vsx_s16 a, vsx_s16 b, vsx_s32 c) { return VSX_DOT(a, b) + c; }
VSX_FN vsx_u16 vec_packsu(vsx_s32 a, vsx_s32 b) { return (vsx_u16)wasm_u16x8_narrow_i32x4((v128_t)a, (v128_t)b); }
VSX_FN vsx_u8 vec_packsu(vsx_s16 a, vsx_s16 b) { return (vsx_u8)wasm_u8x16_narrow_i16x8((v128_t)a, (v128_t)b); }
#else
VSX_FN vsx_s32 vec_mule(vsx_s16 a, vsx_s16 b) { return ((vsx_s32)a << 16 >> 16) * ((vsx_s32)b << 16 >> 16); }
VSX_FN vsx_s32 vec_mulo(vsx_s16 a, vsx_s16 b) { return ((vsx_s32)a >> 16) * ((vsx_s32)b >> 16); }
VSX_FN vsx_s32 vec_msums(vsx_s16 a, vsx_s16 b, vsx_s32 c) { return vec_mule(a, b) + vec_mulo(a, b) + c; }
VSX_FN vsx_u16 vec_packsu(vsx_s32 a, vsx_s32 b) { vsx_u16 r; for (int i = 0; i < 8; i++) { int x = i < 4 ? a[i] : b[i - 4]; r[i] = x < 0 ? 0 : x > 65535 ? 65535 : x; } return r; }
VSX_FN vsx_u8 vec_packsu(vsx_s16 a, vsx_s16 b) { vsx_u8 r; for (int i = 0; i < 16; i++) { int x = i < 8 ? a[i] : b[i - 8]; r[i] = x < 0 ? 0 : x > 255 ? 255 : x; } return r; }
#endif
VSX_FN vsx_u8 vec_packsu(vsx_u16 a, vsx_u16 b) { return vec_packsu((vsx_s16)__builtin_elementwise_min(a, (vsx_u16){} + 255), (vsx_s16)__builtin_elementwise_min(b, (vsx_u16){} + 255)); }
#endif
