using System.Security.Cryptography;
using System.Text;

namespace Afmpeg.Perf.Foundation;

/// <summary>The SHA-256 of a text: what tells recipes, hosts and pictures apart by a short name.</summary>
internal static class TextHash
{
    /// <summary>Hashes a text.</summary>
    /// <param name="text">The text; its bytes are UTF-8.</param>
    /// <returns>64 hexadecimal digits, lower case. Names take the first 8 to 16 of them.</returns>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
