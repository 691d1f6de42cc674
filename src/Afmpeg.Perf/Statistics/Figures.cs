namespace Afmpeg.Perf.Statistics;

/// <summary>How a number is printed: three significant figures, since none here is known better.</summary>
public static class Figures
{
    // What six decimals cannot show is what a difference of equal numbers leaves behind.
    private const double Smallest = 5e-7;

    /// <summary>The number with three significant figures, without an exponent.</summary>
    public static string Of(double number)
    {
        if (Math.Abs(number) < Smallest || !double.IsFinite(number))
        {
            return double.IsFinite(number) ? "0" : number.ToString();
        }

        // Rounding may add a digit before the point (9.996 is 10.0), which takes one from behind it.
        var rounded = Math.Round(number, Decimals(number));
        return rounded.ToString($"F{Decimals(rounded)}");
    }

    private static int Decimals(double number) => (int)Math.Clamp(2 - Math.Floor(Math.Log10(Math.Abs(number))), 0, 6);
}
