using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Afmpeg.Perf.SelfTests.Hostile;

/// <summary>Seeded damage to JSON that stays JSON: keys removed, renamed and added, values of other kinds and sizes.</summary>
public static class TreeMutations
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1e308", "1e400", "-1e400", "2147483648", "9223372036854775808",
        "123456789012345678901234567890", "1.5", "[]", "{}", "[[[[]]]]", """{"a":{"a":{"a":{}}}}""", "[null]", "\"\"", "\" \"",
        "\"-x\"", "\"..\"", "\"../../etc/passwd\"",
        "\"/dev/zero\"", "\"/dev/null\"", "\"/\"", "\".\"", "\"*\"", "\"**/***?[\"", "\"a+b/c\"", "\"2026-13-45\"", "\"9999-12-31\"",
        "\"\\u202e\\u0000\"", "\"\\n- x\"", "\"{source}\"", "\"{arguments}{module}\"", "\"NaN\"", "\"go\"",
        $"\"{new string('x', 100_000)}\"",
    ];

    private static readonly string[] Keys =
        ["", "$ref", "$schema", "a.b", "a[0]", "it's", "\"", "']", "\u202e", "Decision", "id", "name", "source", "atLeast", "levers"];

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
        var node = at.Place is string name ? at.Parent[name] : at.Parent[(int)at.Place];
        JsonNode? New(bool fromElsewhere) => fromElsewhere ? Anything(all, random) : Value(random);
        if (at.Parent is JsonObject fields && at.Place is string key)
        {
            var kind = random.Next(5);
            if (kind is 0 or 1)
            {
                fields.Remove(key);
            }

            if (kind is 1 or 2)
            {
                fields[Keys[random.Next(Keys.Length)]] = node?.DeepClone();
            }

            if (kind is 3 or 4)
            {
                fields[key] = New(fromElsewhere: kind == 3);
            }

            return;
        }

        var (list, index) = ((JsonArray)at.Parent, (int)at.Place);
        switch (random.Next(4))
        {
            case 0:
                list.RemoveAt(index);
                break;
            case 1:
                list.Insert(index, node?.DeepClone());
                break;
            case var kind:
                list[index] = New(fromElsewhere: kind == 2);
                break;
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
