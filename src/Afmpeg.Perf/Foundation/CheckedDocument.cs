namespace Afmpeg.Perf.Foundation;

/// <summary>A configuration file as read: its value, and the line of each part of it.</summary>
public sealed class CheckedDocument<T>
{
    private readonly JsonFileReader reader;

    internal CheckedDocument(string path, T value, JsonFileReader reader)
    {
        Path = path;
        Value = value;
        this.reader = reader;
    }

    /// <summary>The file, as it was named.</summary>
    public string Path { get; }

    /// <summary>What the file holds.</summary>
    public T Value { get; }

    /// <summary>
    /// The line of a part, such as limits[3].atMost, from 1; that of the nearest part around it if the file leaves the part out.
    /// </summary>
    public int LineOf(string jsonPath)
    {
        var rest = jsonPath;
        while (!reader.Lines.ContainsKey(rest))
        {
            rest = rest[..Math.Max(0, rest.LastIndexOfAny(['.', '[']))];
        }

        return reader.Lines[rest];
    }

    /// <summary>
    /// Whether neither a part, nor anything in it or around it, is a placeholder for what could not be read: a rule that compares a
    /// placeholder with another part would blame that other part.
    /// </summary>
    public bool IsRead(string jsonPath) => !reader.Unread.Any(other => Contains(other, jsonPath) || Contains(jsonPath, other));

    /// <summary>A fault of a part; it is not reported if the part could not be read, since that is reported already.</summary>
    /// <param name="jsonPath">The part, such as limits[3].atMost.</param>
    /// <param name="what">What is wrong, one sentence without its full stop.</param>
    /// <param name="expected">What should have been there.</param>
    /// <param name="observed">What was there instead.</param>
    public ConfigurationFault Fault(string jsonPath, string what, string expected, string observed) =>
        new(LineOf(jsonPath), what, expected, observed) { FollowsFromAnother = !IsRead(jsonPath) };

    private static bool Contains(string outer, string inner) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] is '.' or '[');
}
