namespace Afmpeg.Perf.Tests.Harness;

/// <summary>Rows of a theory with string keys: these can be serialized, so that test explorer shows each row and runs it alone.</summary>
public static class TheoryRows
{
    private const string NoCase = "AFMPEG_LANES and AFMPEG_THRESHOLDS leave no case for this test";

    private static bool HasUsersFiles => TestSettings.Lanes is not null || TestSettings.JudgedFolders.CustomThresholds is not null;

    public static TheoryData<string> Of(IEnumerable<string> keys) => [.. keys];

    /// <summary>
    /// The same for a spec: if the user's lanes or limits leave it no case, it has one row, which <see cref="SkipNoCase"/> skips. A theory
    /// without rows is an error.
    /// </summary>
    public static TheoryData<string> OfCases(IEnumerable<string> keys) => Of(HasUsersFiles ? keys.DefaultIfEmpty(NoCase) : keys);

    /// <summary>Skips the row that stands for no case.</summary>
    public static void SkipNoCase(string key) => Skip.If(key == NoCase, NoCase);
}
