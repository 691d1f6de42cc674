using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Afmpeg.Perf.Foundation;

/// <summary>A configuration file as read: its value, and where in the file each part of it stands.</summary>
/// <typeparam name="T">What the file holds.</typeparam>
public sealed class CheckedDocument<T>
{
    private readonly JToken root;
    private readonly ImmutableArray<string> unread;

    internal CheckedDocument(string path, T value, JToken root, ImmutableArray<string> unread)
    {
        Path = path;
        Value = value;
        this.root = root;
        this.unread = unread;
    }

    /// <summary>The file, as it was named.</summary>
    public string Path { get; }

    /// <summary>What the file holds.</summary>
    public T Value { get; }

    /// <summary>The line of a part of the value.</summary>
    /// <param name="jsonPath">Keys and positions from the top, such as limits[3].atMost.</param>
    /// <returns>The line, from 1; that of the nearest part around it where the file leaves the part out.</returns>
    public int LineOf(string jsonPath)
    {
        for (var rest = jsonPath; rest.Length > 0; rest = rest[..Math.Max(0, rest.LastIndexOfAny(['.', '[']))])
        {
            if (root.SelectToken(rest) is IJsonLineInfo found && found.HasLineInfo())
            {
                return found.LineNumber;
            }
        }

        return ((IJsonLineInfo)root).LineNumber;
    }

    /// <summary>
    /// Whether a part was read wholly. While faults are collected, what cannot be read is a placeholder: a rule that compares it with
    /// another part would blame that other part.
    /// </summary>
    /// <param name="jsonPath">The part, such as profiles.</param>
    /// <returns>Whether neither it, nor anything in it or around it, is a placeholder.</returns>
    public bool IsRead(string jsonPath) => !unread.Any(other => Contains(other, jsonPath) || Contains(jsonPath, other));

    /// <summary>A fault of a part of the value.</summary>
    /// <param name="jsonPath">The part, such as limits[3].atMost.</param>
    /// <param name="what">What is wrong, one sentence without its full stop.</param>
    /// <param name="expected">What should have been there.</param>
    /// <param name="observed">What was there instead.</param>
    /// <returns>The fault, with its line; it is not reported where the part could not be read, since that is reported already.</returns>
    public ConfigurationFault Fault(string jsonPath, string what, string expected, string observed) =>
        new(LineOf(jsonPath), what, expected, observed) { FollowsFromAnother = !IsRead(jsonPath) };

    private static bool Contains(string outer, string inner) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] is '.' or '[');
}
