using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>openh264's own unit tests, with the test framework that they are written for.</summary>
public sealed class UnitTestRuns() : KernelTestRuns(Product.KeyOf(Product.Lgpl, "unittest-msa"), "googletest");
