using System.Text;
using System.Text.RegularExpressions;

namespace Afmpeg.Perf.SelfTests.Hostile;

/// <summary>Seeded damage to a text, as by editors, merges, cut transfers and attackers.</summary>
public static partial class TextMutations
{
    private static readonly string[] Odd =
        ["\u202e", "\u0000", "\ufeff", "\u2028", "\ud83d\ude00", "\\ud800", "\\u0000", "e\u0301", "'", "\"", "\\", "//", "/*", "*/", "$",
            "[", "].x", "../", "\r", "\t", "\u001b[31m"];

    private static readonly string[] Numbers =
        ["1e400", "-1e400", "1e-400", "99999999999999999999999999", "-0", "0", "-1", "2147483648", "9223372036854775808", "NaN", "0x10",
            "1e5", "1.5", new('9', 5000)];

    /// <summary>A damaged copy, as bytes: not all damage leaves UTF-8.</summary>
    public static byte[] Of(string text, Random random)
    {
        var mutant = text;
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            mutant = Once(mutant, random);
        }

        var bytes = Encoding.UTF8.GetBytes(mutant);
        if (bytes.Length > 0 && random.Next(8) == 0)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }

    private static string Once(string text, Random random)
    {
        var from = random.Next(text.Length + 1);
        var length = Math.Min(text.Length - from, random.Next(1, 40));
        return random.Next(9) switch
        {
            0 => text[..from],
            1 => text.Remove(from, length),
            2 => text.Insert(from, text.Substring(from, length)),
            3 => text.Insert(from, Odd[random.Next(Odd.Length)]),
            4 => Swapped(text, random),
            5 => text.Insert(from, string.Concat(Enumerable.Repeat(random.Next(2) == 0 ? "[" : "{\"a\":", random.Next(1, 20_000)))),
            6 => Replaced(text, NumberTokens(), Numbers[random.Next(Numbers.Length)], random),
            7 => Replaced(text, TextTokens(), $"\"{Odd[random.Next(Odd.Length)]}\"", random),
            _ => from < text.Length ? $"{text[..from]}{(char)(text[from] ^ (1 << random.Next(7)))}{text[(from + 1)..]}" : text,
        };
    }

    private static string Swapped(string text, Random random)
    {
        var tokens = Tokens().Matches(text);
        if (tokens.Count < 2)
        {
            return text;
        }

        Match[] pair = [.. new[] { tokens[random.Next(tokens.Count)], tokens[random.Next(tokens.Count)] }.OrderBy(token => token.Index)];
        var (first, second) = (pair[0], pair[1]);
        var (end, next) = (first.Index + first.Length, second.Index + second.Length);
        return first.Index == second.Index ? text : $"{text[..first.Index]}{second}{text[end..second.Index]}{first}{text[next..]}";
    }

    private static string Replaced(string text, Regex what, string by, Random random)
    {
        var tokens = what.Matches(text);
        return tokens.Count == 0 ? text : tokens[random.Next(tokens.Count)] is var token
            ? $"{text[..token.Index]}{by}{text[(token.Index + token.Length)..]}" : text;
    }

    [GeneratedRegex("""
        "[^"\n]*"|[0-9.eE+-]+|[{}\[\],:]|true|false|null
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"(?<=[:\[,] *)-?[0-9][0-9.eE+-]*", RegexOptions.CultureInvariant)]
    private static partial Regex NumberTokens();

    [GeneratedRegex("\"[^\"\\n]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex TextTokens();
}
