namespace Afmpeg.Perf.Statistics;

/// <summary>How a number is printed: three significant figures, since none here is known better.</summary>
public static class Figures
{
    /// <summary>The number with three significant figures, without an exponent.</summary>
    /// <param name="number">Any number.</param>
    /// <returns>The text.</returns>
    public static string Of(double number)
    {
        if (number == 0 || !double.IsFinite(number))
        {
            return number.ToString();
        }

        var decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(number))), 0, 6);
        return Math.Round(number, decimals).ToString($"F{decimals}");
    }
}
