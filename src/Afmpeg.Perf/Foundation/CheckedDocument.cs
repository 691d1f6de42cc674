using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Afmpeg.Perf.Foundation;

/// <summary>A configuration file as read: its value, and where in the file each part of it stands.</summary>
/// <typeparam name="T">What the file holds.</typeparam>
public sealed class CheckedDocument<T>
{
    private readonly JToken root;
    private readonly ImmutableHashSet<string> incomplete;

    internal CheckedDocument(string path, T value, JToken root, ImmutableHashSet<string> incomplete)
    {
        Path = path;
        Value = value;
        this.root = root;
        this.incomplete = incomplete;
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
            if (root.SelectToken(rest) is IJsonLineInfo found)
            {
                return found.LineNumber;
            }
        }

        return ((IJsonLineInfo)root).LineNumber;
    }

    /// <summary>
    /// Whether a list has every element that the file gives it. While faults are collected, elements that cannot be read are left out;
    /// a rule about names that another list refers to would then blame the wrong line.
    /// </summary>
    /// <param name="jsonPath">The list, such as profiles.</param>
    /// <returns>Whether nothing was left out.</returns>
    public bool IsComplete(string jsonPath) => !incomplete.Contains(jsonPath);

    /// <summary>A fault of a part of the value.</summary>
    /// <param name="jsonPath">The part, such as limits[3].atMost.</param>
    /// <param name="what">What is wrong, one sentence without its full stop.</param>
    /// <param name="expected">What should have been there.</param>
    /// <param name="observed">What was there instead.</param>
    /// <returns>The fault, with its line.</returns>
    public ConfigurationFault Fault(string jsonPath, string what, string expected, string observed) =>
        new(LineOf(jsonPath), what, expected, observed);
}
