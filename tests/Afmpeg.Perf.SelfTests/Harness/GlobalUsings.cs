global using Afmpeg.Perf.SelfTests.Harness;
global using Afmpeg.Perf.Tests.Harness;
#if VERIFY_XUNIT
global using static VerifyXunit.Verifier;
#else
global using static Afmpeg.Perf.Tests.Harness.Verifier;
#endif
