namespace Afmpeg.Perf.Tests.Harness;

/// <summary>Rows of a theory with string keys: these can be serialized, so that test explorer shows each row and runs it alone.</summary>
public static class TheoryRows
{
    public static TheoryData<string> Of(IEnumerable<string> keys) => [.. keys];
}
