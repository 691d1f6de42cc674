using Xunit.Sdk;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>
/// A skippable theory whose rows show their whole key: xUnit cuts strings after fifty characters, and the lane, which tells rows apart,
/// comes last.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Afmpeg.Perf.Tests.Harness.CaseTheoryDiscoverer", "Afmpeg.Perf.Tests")]
public sealed class CaseTheoryAttribute : SkippableTheoryAttribute;
