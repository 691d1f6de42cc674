namespace Afmpeg.Perf.Statistics;

/// <summary>
/// The distribution of the signed-rank statistic where every sign is a fair coin's (F. Wilcoxon, Biometrics Bulletin 1, 1945).
/// </summary>
public static class RankSums
{
    /// <summary>
    /// The chance of each rank sum of one sign, from 0 to n (n + 1) / 2; exact up to 53 ranks, since a chance is a whole number of parts of
    /// 2^n.
    /// </summary>
    public static double[] Chances(int n)
    {
        double[] bySum = [1];
        for (var rank = 1; rank <= n; rank++)
        {
            var next = new double[bySum.Length + rank];
            for (var sum = 0; sum < bySum.Length; sum++)
            {
                next[sum] += bySum[sum] / 2;
                next[sum + rank] += bySum[sum] / 2;
            }

            bySum = next;
        }

        return bySum;
    }
}
