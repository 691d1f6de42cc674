using System.Security.Cryptography;
using System.Text;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Noise that is the same in every run of the tests, and whose draws hang on nothing but their own key.</summary>
public static class SeededNoise
{
    /// <summary>A factor about 1, normal on the scale of logarithms.</summary>
    public static double Factor(string key, double deviation)
    {
        var drawn = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var (first, second) = (Uniform(drawn, 0), Uniform(drawn, 8));
        // G. E. P. Box and M. E. Muller, Annals of Mathematical Statistics 29, 1958.
        return Math.Exp(deviation * Math.Sqrt(-2 * Math.Log(first)) * Math.Cos(2 * Math.PI * second));
    }

    private static double Uniform(byte[] drawn, int at) => (BitConverter.ToUInt32(drawn, at) + 0.5) / (1L << 32);
}
