using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Afmpeg.Perf.SelfTests.Hostile;

/// <summary>Seeded damage to the values of a JSON text, which stays JSON: keys gone, renamed, added, values of other kinds and sizes.</summary>
public static class TreeMutations
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1e308", "1e400", "-1e400", "2147483648", "9223372036854775808", "123456789012345678901234567890", "1.5", "[]", "{}",
        "[[[[]]]]", """{"a":{"a":{"a":{}}}}""", "[null]", "\"\"", "\" \"", "\"-x\"", "\"..\"", "\"../../etc/passwd\"", "\"/dev/zero\"", "\"/dev/null\"", "\"/\"", "\".\"",
        "\"*\"", "\"**/***?[\"", "\"a+b/c\"", "\"2026-13-45\"", "\"9999-12-31\"", "\"\\u202e\\u0000\"", "\"\\n- x\"", "\"{source}\"", "\"{arguments}{module}\"", "\"NaN\"", "\"go\"",
        $"\"{new string('x', 100_000)}\"",
    ];

    private static readonly string[] Keys = ["", "$ref", "$schema", "a.b", "a[0]", "it's", "\"", "']", "\u202e", "Decision", "id", "name", "source", "atLeast", "levers"];

    /// <summary>A damaged copy.</summary>
    /// <param name="text">JSON.</param>
    /// <param name="random">What decides.</param>
    /// <returns>JSON.</returns>
    public static string Of(string text, Random random)
    {
        var root = JsonNode.Parse(text, documentOptions: Lenient)!;
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            var nodes = Below(root).ToArray();
            if (nodes.Length > 0)
            {
                Damage(nodes[random.Next(nodes.Length)], nodes, random);
            }
        }

        return root.ToJsonString(Indented);
    }

    private static void Damage((JsonNode Parent, object Place) at, (JsonNode Parent, object Place)[] all, Random random)
    {
        if (at.Parent is JsonObject fields && at.Place is string key)
        {
            var value = fields[key]?.DeepClone();
            switch (random.Next(5))
            {
                case 0:
                    fields.Remove(key);
                    return;
                case 1:
                    fields.Remove(key);
                    fields[Keys[random.Next(Keys.Length)]] = value;
                    return;
                case 2:
                    fields[Keys[random.Next(Keys.Length)]] = value;
                    return;
                case 3:
                    fields[key] = Anything(all, random);
                    return;
                default:
                    fields[key] = Value(random);
                    return;
            }
        }

        var (list, index) = ((JsonArray)at.Parent, (int)at.Place);
        switch (random.Next(4))
        {
            case 0:
                list.RemoveAt(index);
                return;
            case 1:
                list.Insert(index, list[index]?.DeepClone());
                return;
            case 2:
                list[index] = Anything(all, random);
                return;
            default:
                list[index] = Value(random);
                return;
        }
    }

    private static JsonNode? Value(Random random) => JsonNode.Parse(Values[random.Next(Values.Length)]);

    private static JsonNode? Anything((JsonNode Parent, object Place)[] all, Random random)
    {
        var (parent, place) = all[random.Next(all.Length)];
        return (place is string key ? parent[key] : parent[(int)place])?.DeepClone();
    }

    private static IEnumerable<(JsonNode Parent, object Place)> Below(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Below(field.Value).Prepend(((JsonNode)fields, (object)field.Key))),
        JsonArray list => list.SelectMany((item, index) => Below(item).Prepend(((JsonNode)list, (object)index))),
        _ => [],
    };
}
