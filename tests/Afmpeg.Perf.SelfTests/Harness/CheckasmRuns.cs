using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>x264's own test of its kernels.</summary>
public sealed class CheckasmRuns() : KernelTestRuns(Product.KeyOf(Product.Gpl, "checkasm-msa"));
