using System.Security.Cryptography;
using System.Text;

namespace Afmpeg.Perf.Foundation;

/// <summary>The SHA-256 of a text: what distinguishes recipes, hosts and pictures in a short name.</summary>
internal static class TextHash
{
    /// <summary>The hash of a text's UTF-8: 64 hexadecimal digits, lower case. Names take the first 8 to 16 of them.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
