using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Afmpeg.Perf.Foundation;

/// <summary>A JSON text as a tree that knows its lines. System.Text.Json judges the syntax, since Newtonsoft forgives too much; Newtonsoft knows the lines.</summary>
internal static class JsonTree
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The tree, and a fault per key that an object has twice.</returns>
    /// <exception cref="PerfException">The file is missing or is not JSON.</exception>
    public static (JToken Root, ImmutableArray<ConfigurationFault> Repeated) Read(string path)
    {
        var text = Text(path);
        try
        {
            using var strict = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return (Parse(text), [.. RepeatedKeys(text)]);
        }
        catch (System.Text.Json.JsonException fault)
        {
            throw NotJson(path, (int)(fault.LineNumber ?? 0) + 1, Reason(fault), text);
        }
        catch (JsonReaderException fault)
        {
            throw NotJson(path, fault.LineNumber, fault.Message.Split(" Path '")[0].TrimEnd('.'), text);
        }
    }

    /// <summary>Where a part of a tree stands.</summary>
    /// <param name="token">The part.</param>
    /// <returns>The line, from 1.</returns>
    public static int LineOf(JToken token) => Math.Max(1, ((IJsonLineInfo)token).LineNumber);

    /// <summary>A part's name in a message.</summary>
    /// <param name="token">The part.</param>
    /// <returns>Its path in quotes, such as 'limits[3].atMost'.</returns>
    public static string NameOf(JToken token) => token.Path.Length == 0 ? "the whole file" : $"'{token.Path}'";

    /// <summary>A part's kind and value in a message.</summary>
    /// <param name="token">The part.</param>
    /// <returns>Such as: the number 5.</returns>
    public static string Show(JToken token) => token switch
    {
        JObject => "an object { }",
        JArray => "a list [ ]",
        { Type: JTokenType.String } => $"the text {token.ToString(Formatting.None)}",
        { Type: JTokenType.Integer or JTokenType.Float } => $"the number {token.ToString(Formatting.None)}",
        _ => token.ToString(Formatting.None),
    };

    /// <summary>What a reader's exception says, without the place that it adds.</summary>
    /// <param name="fault">The exception.</param>
    /// <returns>One sentence without its full stop.</returns>
    public static string Reason(System.Text.Json.JsonException fault) => fault.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0].TrimEnd('.');

    private static string Text(string path)
    {
        if (FileKind.Other(path) is { } kind)
        {
            throw new PerfException(ExitStatus.BadUsage, "A configuration file is no regular file")
            {
                Where = Path.GetFullPath(path),
                Expected = "a regular file",
                Observed = kind,
                Remedy = "name a file; what a command prints goes into one first",
            };
        }

        if (!File.Exists(path))
        {
            throw new PerfException(ExitStatus.Missing, "A configuration file is not there")
            {
                Where = Path.GetFullPath(path),
                Remedy = $"restore it, {CommandText.Of("git", ["checkout", "--", path])}, or name another one",
            };
        }

        var bytes = Bytes(path);
        try
        {
            var text = StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
            return string.IsNullOrWhiteSpace(text)
                ? throw ConfigurationFault.Refuse(path, [new ConfigurationFault(1, "the file is empty", "a JSON object { }", "nothing")])
                : text;
        }
        catch (DecoderFallbackException fault)
        {
            var line = bytes.AsSpan(0, Math.Clamp(fault.Index, 0, bytes.Length)).Count((byte)'\n') + 1;
            throw ConfigurationFault.Refuse(path, [new ConfigurationFault(line, "the file is not text", "UTF-8", "bytes that are not UTF-8")]);
        }
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            throw new PerfException(ExitStatus.Missing, "A configuration file cannot be read")
            {
                Where = Path.GetFullPath(path),
                Observed = fault.Message,
                Remedy = "change its permissions, or name another one",
            };
        }
    }

    private static PerfException NotJson(string path, int line, string reason, string text)
    {
        var found = text.Split('\n').ElementAtOrDefault(line - 1)?.Trim() ?? "";
        var observed = found.Length == 0 ? "nothing" : found[..Math.Min(found.Length, 80)];
        return ConfigurationFault.Refuse(path, [new ConfigurationFault(line, "the file is not JSON from here on", $"JSON ({reason})", observed)]);
    }

    private static JToken Parse(string text)
    {
        using var reader = Reader(text);
        var root = JToken.Load(reader, new JsonLoadSettings { CommentHandling = CommentHandling.Ignore, LineInfoHandling = LineInfoHandling.Load });
        // NJsonSchema throws at a whole number of more than 64 bits: it is reported as a number that is too large, or not whole, like any other.
        foreach (var value in (root is JContainer container ? container.DescendantsAndSelf() : [root]).OfType<JValue>())
        {
            value.Value = value.Value is BigInteger number ? (double)number : value.Value;
        }

        return root;
    }

    private static IEnumerable<ConfigurationFault> RepeatedKeys(string text)
    {
        using var reader = Reader(text);
        var objects = new Stack<Dictionary<string, int>>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonToken.StartObject)
            {
                objects.Push(new Dictionary<string, int>(StringComparer.Ordinal));
            }
            else if (reader.TokenType == JsonToken.EndObject)
            {
                objects.Pop();
            }
            else if (reader.TokenType == JsonToken.PropertyName && !objects.Peek().TryAdd((string)reader.Value!, reader.LineNumber))
            {
                var first = objects.Peek()[(string)reader.Value!];
                yield return new ConfigurationFault(reader.LineNumber, $"the key '{reader.Path}' is there twice", "each key once", $"it is in line {first} already");
            }
        }
    }

    private static JsonTextReader Reader(string text) => new(new StringReader(text))
    {
        DateParseHandling = DateParseHandling.None,
        MaxDepth = null,
    };
}
